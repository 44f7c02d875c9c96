/**
 * A value as JSON text. `<` is written as `\u003c`, which every reader of JSON reads as `<`: so the text can stand in
 * a page's `<script>` and no `</script>` of a story ends it.
 */
export const toJson = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replaceAll('<', '\\u003c')}\n`;
