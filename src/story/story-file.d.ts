/** A story file, checked and read when the page is built (`geo/build/story-plugin.ts`). */
declare module '*.json?story' {
  const story: import('./story.ts').Story;
  export default story;
}
