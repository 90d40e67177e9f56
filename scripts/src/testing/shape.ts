import ts from "typescript";

/** What a module declares, and how it is documented. */
export interface Shape {
  readonly errors: readonly string[];
  /** The kind and name of each statement at the top. */
  readonly statements: readonly string[];
  /** The tags of all documentation comments. */
  readonly tags: ReadonlySet<string>;
}

/**
 * @param source A TypeScript module.
 * @returns Its shape as the compiler reads it.
 */
export function shapeOf(source: string): Shape {
  const file = ts.createSourceFile("module.ts", source, ts.ScriptTarget.ESNext, true);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
  const tags = new Set<string>();
  const collect = (node: ts.Node) => {
    for (const { tagName } of ts.getJSDocTags(node)) tags.add(tagName.text);
    ts.forEachChild(node, collect);
  };
  collect(file);
  return {
    errors: parseDiagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    statements: file.statements.map(describe),
    tags,
  };
}

function describe(statement: ts.Statement): string {
  const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : statement;
  const name = (declared as { name?: ts.Node } | undefined)?.name?.getText();
  return `${ts.SyntaxKind[statement.kind]} ${name ?? statement.getText()}`;
}
