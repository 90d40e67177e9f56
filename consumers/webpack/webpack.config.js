module.exports = {
  mode: "production",
  target: "node20.19",
  entry: "./main.js",
  output: { filename: "main.js" },
};
