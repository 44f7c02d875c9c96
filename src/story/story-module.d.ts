/** A story file, checked, packed and taken apart when the page is built (`geo/build/story-plugin.ts`). */
declare module '*.json?story' {
  const file: import('./story-file.ts').StoryFile;
  export default file;
}
