/** A story file, checked when the page is built (`src/site/story-plugin.ts`). */
declare module '*.json?story' {
  const file: import('./story-file.ts').StoryFile;
  export default file;
}

/** The story that a build is about: `PARLEY_STORY`, or the one in `vite.config.ts`. */
declare module 'parley:story' {
  const file: import('./story-file.ts').StoryFile;
  export default file;
}
