import type { Loose, TypeCase } from "./types.fixture.ts";

const schemas = (document: Loose): Loose => document.components.schemas;
const PET = "/paths/~1owners~1{ownerId}~1pets~1{petId}";
const PET_PATH = "/owners/{ownerId}/pets/{petId}";

export const typeCases: readonly TypeCase[] = [
  { name: "nothing changes", change: () => {}, breaks: {} },
  {
    name: "a property of a body is removed",
    change: (document) => delete schemas(document).PetCreate.properties.tag,
    breaks: {
      "/components/schemas/PetCreate/properties/tag":
        "`createPet` no longer accepts `tag`: callers that pass it compile no more",
    },
  },
  {
    name: "a property is removed where any further one is described",
    change: (document) => {
      delete schemas(document).PetCreate.properties.tag;
      schemas(document).PetCreate.additionalProperties = true;
    },
    breaks: {},
  },
  {
    name: "a property of a nested item is removed",
    change: (document) => {
      schemas(document).PetCreate.properties.toys.items.properties = { weight: { type: "integer" } };
    },
    breaks: { "/components/schemas/PetCreate/properties/toys/items/properties/size": "no longer accepts `size`" },
  },
  {
    name: "an optional property of a body becomes required",
    change: (document) => schemas(document).PetCreate.required.push("tag"),
    breaks: {
      "/components/schemas/PetCreate/properties/tag":
        "`createPet` now requires `tag`: callers that leave it out compile no more",
    },
  },
  {
    name: "a required property is new in a body",
    change: (document) => {
      schemas(document).PetCreate.properties.age = { type: "integer" };
      schemas(document).PetCreate.required.push("age");
    },
    breaks: { "/components/schemas/PetCreate/properties/age": "now requires `age`" },
  },
  {
    name: "an optional property is new in a body and in an answer",
    change: (document) => {
      schemas(document).PetCreate.properties.age = { type: "integer" };
      schemas(document).Pet.properties.age = { type: "integer" };
    },
    breaks: {},
  },
  {
    name: "a property of a body has another type",
    change: (document) => {
      schemas(document).PetCreate.properties.tag.type = "integer";
    },
    breaks: {
      "/components/schemas/PetCreate/properties/tag":
        "`createPet` no longer takes every value that the type of `tag` allowed",
    },
  },
  {
    name: "a property of a body takes more types",
    change: (document) => {
      schemas(document).PetCreate.properties.tag.type = ["string", "null"];
    },
    breaks: {},
  },
  {
    name: "limits, formats and words change",
    change: (document) => {
      Object.assign(schemas(document).PetCreate.properties.name, {
        maxLength: 3,
        pattern: "^a",
        format: "uuid",
        description: "A",
      });
    },
    breaks: {},
  },
  {
    name: "an enum that requests use too loses a value",
    change: (document) => schemas(document).Kind.enum.pop(),
    breaks: {
      "/components/schemas/Kind":
        "`createPet` and `listPets` no longer take every value that the type of `Kind` allowed",
    },
  },
  {
    name: "an enum of requests gains a value",
    change: (document) => schemas(document).Kind.enum.push("cow"),
    breaks: {},
  },
  {
    name: "an enum of answers gains and loses a value: its type has room for unknown ones",
    change: (document) => {
      schemas(document).Pet.properties.mood.enum = ["calm", "bored"];
    },
    breaks: {},
  },
  {
    name: "an enum of answers gets into requests, and is closed by that",
    change: (document) => {
      schemas(document).PetCreate.properties.mood = { $ref: "#/components/schemas/Pet/properties/mood" };
    },
    breaks: {},
  },
  {
    name: "a property of an answer is removed, though it was optional: who reads it compiles no more",
    change: (document) => delete schemas(document).Pet.properties.tag,
    breaks: {
      "/components/schemas/Pet/properties/tag":
        "`createPet`, `getPet` and `listPets` no longer give `tag`: callers that read it compile no more",
    },
  },
  {
    name: "a property of an answer becomes optional",
    change: (document) => {
      schemas(document).Pet.required = ["mood"];
    },
    breaks: { "/components/schemas/Pet/properties/id": "may now leave out `id`" },
  },
  {
    name: "a property of an answer becomes required",
    change: (document) => schemas(document).Pet.required.push("tag"),
    breaks: {},
  },
  {
    name: "a property of an answer may be null, through an allOf",
    change: (document) => {
      schemas(document).Pet.properties.owner.allOf[1].properties.age.type = ["integer", "null"];
    },
    breaks: {
      "/components/schemas/Pet/properties/owner/allOf/1/properties/age":
        "may now give a value for `age` that its old type doesn't allow",
    },
  },
  {
    name: "a branch of a union in a body is removed",
    change: (document) => schemas(document).PetCreate.properties.home.oneOf.pop(),
    breaks: {
      "/components/schemas/PetCreate/properties/home/oneOf/1": "`createPet` no longer takes a `Boat` for `home`",
    },
  },
  {
    name: "a branch of a union in a body is added",
    change: (document) => schemas(document).PetCreate.properties.home.oneOf.push({ type: "string" }),
    breaks: {},
  },
  {
    name: "inside a branch of a union a property is renamed",
    change: (document) => {
      schemas(document).House = { type: "object", required: ["road"], properties: { road: { type: "string" } } };
    },
    breaks: {
      "/components/schemas/House/properties/street": "no longer accepts `street`",
      "/components/schemas/House/properties/road": "now requires `road`",
    },
  },
  {
    name: "an inline schema becomes a component, and a component another name",
    change: (document) => {
      schemas(document).Owner = schemas(document).Pet.properties.owner;
      schemas(document).Pet.properties.owner = { $ref: "#/components/schemas/Owner" };
      schemas(document).Ship = schemas(document).Boat;
      schemas(document).PetCreate.properties.home.oneOf[1].$ref = "#/components/schemas/Ship";
      delete schemas(document).Boat;
    },
    breaks: {},
  },
  {
    name: "an operationId is renamed",
    change: (document) => {
      document.paths[PET_PATH].get.operationId = "fetchPet";
    },
    breaks: { [`${PET}/get/operationId`]: "`getPet` is `fetchPet` now: callers that use it compile no more" },
  },
  {
    name: "an operation has another address",
    change: (document) => {
      document.paths["/v2/pets"] = document.paths["/pets"];
      delete document.paths["/pets"];
    },
    breaks: {},
  },
  {
    name: "an operation is removed",
    change: (document) => delete document.paths[PET_PATH].delete,
    breaks: { [`${PET}/delete`]: "`deletePet` is gone" },
  },
  {
    name: "a path parameter is renamed: it goes by its place",
    change: (document) => {
      const item = document.paths[PET_PATH];
      for (const { parameters } of [item.get, item.delete]) parameters[1].name = "id";
      document.paths["/owners/{ownerId}/pets/{id}"] = item;
      delete document.paths[PET_PATH];
    },
    breaks: {},
  },
  {
    name: "two path parameters change places",
    change: (document) => {
      document.paths["/pets/{petId}/of/{ownerId}"] = { get: document.paths[PET_PATH].get };
      delete document.paths[PET_PATH].get;
    },
    breaks: { "/paths/~1pets~1{petId}~1of~1{ownerId}/get": "`getPet` takes `petId` as argument 1, no longer 2" },
  },
  {
    name: "a path parameter is dropped",
    change: (document) => {
      const { get } = document.paths[PET_PATH];
      get.parameters.shift();
      document.paths["/pets/{petId}"] = { get };
      delete document.paths[PET_PATH].get;
    },
    breaks: { "/paths/~1pets~1{petId}/get": "`getPet` takes 1 path argument in place of 2" },
  },
  {
    name: "a path parameter has another type",
    change: (document) => {
      document.paths[PET_PATH].get.parameters[0].schema.type = "integer";
    },
    breaks: {
      [`${PET}/get/parameters/0/schema`]: "`getPet` no longer takes every value that the type of `ownerId` allowed",
    },
  },
  {
    name: "a query parameter is removed, another becomes required",
    change: (document) => {
      const [limit] = document.paths["/pets"].get.parameters;
      document.paths["/pets"].get.parameters = [{ ...limit, required: true }];
    },
    breaks: {
      "/paths/~1pets/get/parameters/0": "`listPets` now requires `limit`",
      "/paths/~1pets/get/parameters/1": "`listPets` no longer accepts `kind`",
    },
  },
  {
    name: "a body becomes optional",
    change: (document) => {
      document.paths["/pets"].post.requestBody.required = false;
    },
    breaks: {},
  },
  {
    name: "a body is new and required",
    change: (document) => {
      document.paths[PET_PATH].delete.requestBody = document.paths["/pets"].post.requestBody;
    },
    breaks: { [`${PET}/delete/requestBody`]: "`deletePet` now requires a body" },
  },
  {
    name: "an answer without a body gets one, and another status has none",
    change: (document) => {
      document.paths["/pets"].post.responses["204"] = { description: "Nothing." };
      document.paths[PET_PATH].delete.responses["200"] = document.paths["/pets"].post.responses["201"];
    },
    breaks: {
      "/paths/~1pets/post/responses/204": "`createPet` may now give nothing, with 204",
      [`${PET}/delete/responses/200`]: "`deletePet` may now give what a 200 answers",
    },
  },
  {
    name: "behind a path item that stands among the components, a property of an answer is removed",
    base: (document) => {
      document.components.pathItems = { Pet: document.paths[PET_PATH] };
      document.paths[PET_PATH] = { $ref: "#/components/pathItems/Pet" };
      document.components.pathItems.Pet.get.responses["200"].content["application/json"].schema = {
        type: "object",
        properties: { id: { type: "string" }, tag: { type: "string" } },
      };
    },
    change: (document) => {
      const { schema } = document.components.pathItems.Pet.get.responses["200"].content["application/json"];
      delete schema.properties.id;
    },
    breaks: {
      "/components/pathItems/Pet/get/responses/200/content/application~1json/schema/properties/id":
        "`getPet` no longer gives `id`",
    },
  },
  {
    name: "a method moves on the client",
    client: true,
    change: (document) => {
      document.paths["/pets"].get["x-client"].method = "pets.all";
    },
    breaks: { "/paths/~1pets/get/x-client/method": "`pets.list` is `pets.all` now" },
  },
  {
    name: "an operationId is renamed, the method stays, and no type goes by it",
    client: true,
    change: (document) => {
      document.paths["/pets"].post.operationId = "addPet";
    },
    breaks: {},
  },
  {
    name: "an operationId is renamed that a type of the package goes by",
    client: true,
    change: (document) => {
      document.paths["/pets"].get.operationId = "findPets";
    },
    breaks: { "/paths/~1pets/get": "the package exports the type `ListPetsQuery` no more" },
  },
  {
    name: "a component is renamed that the package exports",
    client: true,
    change: (document) => {
      schemas(document).Ship = schemas(document).Boat;
      schemas(document).PetCreate.properties.home.oneOf[1].$ref = "#/components/schemas/Ship";
      delete schemas(document).Boat;
    },
    breaks: { "/components/schemas/Boat": "the package exports the type `Boat` no more" },
  },
  {
    name: "a query comes in front of a method's options",
    client: true,
    change: (document) => {
      document.paths[PET_PATH].get.parameters.push({ name: "deep", in: "query", schema: { type: "boolean" } });
    },
    breaks: {
      [`${PET}/get/parameters/2`]:
        "`pets.get` takes a query in front of its options now: callers that pass options compile no more",
    },
  },
  {
    name: "an environment is gone",
    client: true,
    change: (document) => document.servers.pop(),
    breaks: { "/servers/1": "the client has no environment `test` any more" },
  },
  {
    name: "a method gives another part of the answer",
    client: true,
    change: (document) => {
      document.paths[PET_PATH].get["x-client"].value = "/owner";
    },
    breaks: { [`${PET}/get`]: "`pets.get` no longer gives a value of the old type" },
  },
  {
    name: "x-client is new: the methods of both go by operationId",
    change: (document) => {
      document["x-client"] = { name: "Pets", envelope: { value: "", success: { absent: "/error" } } };
      document.paths["/pets"].get["x-client"] = { method: "pets.list" };
    },
    breaks: {},
  },
  {
    name: "an operation is no method any more",
    client: true,
    change: (document) => {
      delete document.paths[PET_PATH].delete["x-client"];
    },
    breaks: { [`${PET}/delete`]: "`pets.delete` is gone" },
  },
];
