// Where Jest can't `require` an ES module, Babel turns the packages into CommonJS.
module.exports = {
  transform: { "\\.js$": ["babel-jest", { plugins: ["@babel/plugin-transform-modules-commonjs"] }] },
  transformIgnorePatterns: ["/node_modules/(?!@customer-clients/)"],
};
