import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import typescript from "typescript-eslint";

/** Syntax that Node cannot strip, or that leaves tests out. */
const forbiddenSyntax = [
  { selector: "TSEnumDeclaration", message: "Use a union of literals or a const object." },
  { selector: "TSModuleDeclaration[kind='namespace']", message: "Use a module." },
  { selector: "TSParameterProperty", message: "Declare the field." },
];
const forbiddenInTests = [
  {
    selector: "MemberExpression[object.name=/^(describe|it|context)$/][property.name=/^(only|skip)$/]",
    message: "Every test runs.",
  },
];

export default defineConfig(
  globalIgnores(["artifacts/", "cache/", "coverage/", "typechain-types/", "ignition/deployments/"]),
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "max-lines": ["error", { max: 150, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": ["error", ...forbiddenSyntax],
    },
  },
  {
    files: ["scripts/*.mjs", "eslint.config.js"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
  },
  {
    files: ["scripts/lib/**/*.ts"],
    rules: {
      "no-console": "error",
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["hardhat", "hardhat/*", "@nomicfoundation/*"], message: "Take it as an argument." }] },
      ],
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      "@typescript-eslint/explicit-module-boundary-types": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-expressions": "off",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
      "no-restricted-syntax": ["error", ...forbiddenSyntax, ...forbiddenInTests],
    },
  },
  {
    files: ["ignition/**/*.ts"],
    rules: { "@typescript-eslint/explicit-module-boundary-types": "off" },
  },
);
