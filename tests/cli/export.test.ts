import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FIXTURE } from '../story/fixture.ts';
import { useFolder } from './folder.ts';
import { outcomeOf } from './outcome.ts';
import { runIn, runUnread } from './run.ts';

const folder = useFolder();

const exportTo = async (to: string, ...options: readonly string[]) => {
  const path = folder.write('story.json', FIXTURE);
  return await outcomeOf('export', path, '--to', to, ...options);
};

describe('export', () => {
  // By the first words of each format, as its own programs look for them.
  it.each([
    ['csv', /^\uFEFF?"?(?:date|id|title)\b/],
    ['geojson', /^\{\s*"type":\s*"FeatureCollection"/],
    ['kml', /^<\?xml[^>]*>\s*<kml /],
    ['ics', /^BEGIN:VCALENDAR\r\n/],
    ['icalendar', /^BEGIN:VCALENDAR\r\n/],
    ['timelinejs', /^\{[^]*"events":/],
    ['linked-places', /^\{[^]*"@context":/],
  ])('writes %s to standard output, and what is lost to standard error', async (to, start) => {
    const { status, stdout, stderr } = await exportTo(to);
    expect(status).toBe(0);
    expect(stdout).toMatch(start);
    for (const line of folder.linesOf(stderr)) expect(line).toMatch(/^story\.json: [^:]+: \S/);
  });

  it('writes dates that a format cannot hold in words of the language', async () => {
    const { stdout } = await exportTo('timelinejs');
    expect(stdout).toContain('December 2018');
    expect(stdout).not.toContain('≈');
  });

  it('writes a file, but over none that is there', async () => {
    const out = folder.at('events.csv');
    expect(await exportTo('csv', '--out', out)).toMatchObject({ status: 0, stdout: '' });
    const { status, stderr } = await exportTo('csv', '--out', out);
    expect([status, folder.linesOf(stderr)]).toEqual([
      2,
      ['error: events.csv is there already. Name another file, or add --force to overwrite it.'],
    ]);
    expect(await exportTo('csv', '--out', out, '--force')).toMatchObject({ status: 0 });
  });

  it('writes a workbook, which the command that imports reads back', async () => {
    const out = folder.at('story.xlsx');
    expect(await exportTo('xlsx', '--out', out)).toMatchObject({ status: 0, stdout: '' });
    const back = folder.at('back.json');
    const { status, stdout } = await outcomeOf('import', out, '--out', back);
    expect([status, stdout]).toEqual([0, expect.stringContaining('4 events')]);
  });

  it('writes over no story that it reads, with --force too', async () => {
    const path = folder.at('story.json');
    const { status, stderr } = await exportTo('csv', '--out', path, '--force');
    expect([status, folder.linesOf(stderr)]).toEqual([
      2,
      ['error: story.json is both --out and the file to read. Name another file.'],
    ]);
    expect(folder.read('story.json')).toBe(FIXTURE);
  });

  it('takes a language that the story has, and names them for another', async () => {
    for (const tag of ['ko', 'KO']) {
      expect((await exportTo('geojson', '--language', tag)).stdout).toContain('서울');
    }
    const { status, stderr } = await exportTo('geojson', '--language', 'fr');
    expect([status, folder.linesOf(stderr)]).toEqual([
      2,
      ['error: story.json has no text in fr. Write one of: en, ko.'],
    ]);
  });

  it('refuses a format that it does not know, and a story with faults', async () => {
    const { status, stderr } = await exportTo('docx');
    expect([status, stderr]).toEqual([
      2,
      'error: --to docx is not known. Write one of: xlsx, csv, geojson, kml, ics, timelinejs, linked-places.\n',
    ]);
    const faulty = folder.write('faulty.json', FIXTURE.replace('2018-03-05', 'June 2018'));
    const failed = await outcomeOf('export', faulty, '--to', 'csv', '--out', folder.at('a.csv'));
    expect([failed.status, folder.linesOf(failed.stderr)]).toEqual([
      1,
      ['faulty.json:28:89 events[0].when: "June 2018" is not a date. Write 2018-06.'],
    ]);
    expect(existsSync(folder.at('a.csv'))).toBe(false);
  });

  it('ends quietly if nobody reads on', async () => {
    const story = fileURLToPath(new URL('../../geo/stories/korea-thaw.json', import.meta.url));
    const { status, stderr } = await runUnread(folder.at('.'), 'export', story, '--to', 'kml');
    expect(status).toBe(0);
    expect(stderr).not.toMatch(/EPIPE|Error|\n\s+at /);
  });

  it('is one command of the program', () => {
    folder.write('story.json', FIXTURE);
    const { status, stdout } = runIn(folder.at('.'), 'export', 'story.json', '--to', 'ics');
    expect([status, stdout.slice(0, 15)]).toEqual([0, 'BEGIN:VCALENDAR']);
  });
});
