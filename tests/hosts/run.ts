import type { Browser } from '@playwright/test';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { launchBrowser } from '../bench/browser.ts';
import { serveFolder } from '../bench/server.ts';
import { watch } from '../browser/kit/faults.ts';
import { CONTEXT } from '../browser/kit/settings.ts';
import { HOSTS, type Host } from './hosts.ts';
import { QUESTIONS } from './questions.ts';
import { copyPage, MAPS, openWorkshop, runScript, SITE } from './workshop.ts';

/** Why an answer is no, by what was asked; an empty reason is a yes. */
type Answers = Map<string, string>;

const COLUMNS = ['types', 'build', ...Object.keys(QUESTIONS), 'quiet'];

async function build(host: Host, folder: string): Promise<Answers> {
  const answers: Answers = new Map();
  for (const script of host.scripts) {
    const { isGood, output } = await runScript(folder, `${script}:${host.name}`);
    answers.set(script, isGood ? '' : output.trim());
  }
  await copyPage(folder, host.name, host.copied);
  return answers;
}

/** Asks a page its questions up to the first no: each builds on those before it. */
async function visit(host: Host, address: string, browser: Browser): Promise<Answers> {
  const answers: Answers = new Map();
  const context = await browser.newContext(CONTEXT);
  await context.route(`${MAPS}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: `${address}maps${pathname}` }) });
  });
  const faults: string[] = [];
  // A worker that is not found is told of nowhere else.
  context.on('response', (response) => {
    if (!response.ok()) faults.push(`${response.status()} for ${response.url()}`);
  });
  const watched = watch(context, [new URL(address).origin, MAPS]);
  const page = await context.newPage();
  await page.goto(`${address}${host.name}/index.html`);
  for (const question of host.questions) {
    const reason = await QUESTIONS[question](page).then(
      () => '',
      (error: unknown) => stripVTControlCharacters(String(error)).trim(),
    );
    answers.set(question, reason);
    if (reason) break;
  }
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
  answers.set('quiet', [...faults, ...watched].join('\n'));
  return answers;
}

/** A table in Markdown, as README.md has it, and below it the reason of every no. What was not asked any more is empty. */
function print(verdicts: ReadonlyMap<Host, Answers>): void {
  const cell = ({ scripts, questions }: Host, answers: Answers, column: string): string => {
    const reason = answers.get(column);
    if (reason !== undefined) return reason === '' ? 'yes' : '**no**';
    return [...scripts, ...questions].some((asked) => asked === column) ? ' ' : '–';
  };
  console.log(`\n| host | ${COLUMNS.join(' | ')} |\n| --- |${' --- |'.repeat(COLUMNS.length)}`);
  for (const [host, answers] of verdicts) {
    const cells = COLUMNS.map((column) => cell(host, answers, column));
    console.log(`| ${[host.name, ...cells].join(' | ')} |`);
  }
  for (const [{ name }, answers] of verdicts) {
    for (const [column, reason] of answers)
      if (reason) console.log(`\n${name}, ${column}: ${reason}`);
  }
}

async function examine(names: readonly string[]): Promise<boolean> {
  const unknown = names.filter((name) => !HOSTS.some((host) => host.name === name));
  if (unknown.length > 0) {
    const known = HOSTS.map(({ name }) => name).join(', ');
    throw new Error(`There is no host ${unknown.join(', ')}. The hosts are ${known}.`);
  }
  if (!existsSync(fileURLToPath(new URL('../../dist/library/index.js', import.meta.url)))) {
    throw new Error('There is no dist/library to pack. Run: npm run build');
  }
  const folder = await openWorkshop();
  const verdicts = new Map<Host, Answers>();
  for (const host of HOSTS) {
    if (names.length > 0 && !names.includes(host.name)) continue;
    console.log(`── ${host.name}`);
    verdicts.set(host, await build(host, folder));
  }
  const server = await serveFolder(join(folder, SITE));
  const browser = await launchBrowser();
  for (const [host, answers] of verdicts) {
    // What is not built cannot be opened.
    if (answers.get('build')) continue;
    const seen = await visit(host, server.address, browser);
    for (const [question, reason] of seen) answers.set(question, reason);
  }
  await browser.close();
  server.close();
  print(verdicts);
  const isGood = [...verdicts.values()].every((answers) => [...answers.values()].every((r) => !r));
  if (isGood) await rm(folder, { recursive: true });
  else console.log(`\nThe pages are kept in ${folder}`);
  return isGood;
}

try {
  if (!(await examine(process.argv.slice(2)))) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
