import { expect, it, onTestFinished } from 'vitest';
import { watchFiles, type AddFiles } from '../../src/cli/preview/watch-files.ts';
import { useFolder } from './folder.ts';

const folder = useFolder();

it('A file that is saved while a build reads it, which names it for the first time, is built again', async () => {
  const story = folder.write('story.json', '{}');
  const picture = folder.write('a.png', 'half');
  const builds: string[] = [];
  let paths = [story];
  let looks = 0;
  let end = (): void => undefined;
  const ended = new Promise<void>((done) => (end = done));
  const pathsOf = () => {
    looks += 1;
    // Without a second build, so many looks see no change.
    if (looks > 20) end();
    return paths;
  };
  const build = async (addFiles: AddFiles): Promise<void> => {
    await addFiles([picture]);
    builds.push(paths.join());
    if (builds.length > 1) return end();
    folder.write('a.png', 'the whole');
    paths = [story, picture];
  };
  onTestFinished(await watchFiles(pathsOf, build, 5));
  await ended;
  expect(builds).toEqual([story, `${story},${picture}`]);
});
