import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', 'test-results/', '.canary/', 'geo/basemap/'] },
  ts.configs.strict,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      'max-depth': ['error', 3],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    // A Map that is built and read inside one $derived is no state.
    rules: { 'svelte/prefer-svelte-reactivity': 'off' },
  },
  {
    // What only types can tell: a promise nobody waits for, a kind nobody handles.
    files: ['**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // Command lines speak to a terminal.
    files: ['geo/derive/**', 'src/site/**', 'src/cli/**', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // Warnings of an address and of a story at run time are for their author, who has the page alone.
    files: ['src/ui/runtime/open-story.ts', 'src/ui/url/unknown-parameters.ts'],
    rules: { 'no-console': ['error', { allow: ['warn'] }] },
  },
  {
    // An ambient module can name a type of the house only by `import()`.
    files: ['**/*.d.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
);
