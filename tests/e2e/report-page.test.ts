import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, onTestFinished, test, type TestContext } from 'vitest';
import type { Report } from '../../src/core/report/report-table.ts';
import { reportHtml } from '../../src/formats/report-html.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { sharedBrowser } from '../support/browser.ts';
import { figureWith, sampleReport } from '../support/sample-report.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';
const browserFor = sharedBrowser();
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A report open in a browser, and all that it said or asked for since. */
interface Opened {
  readonly page: Page;
  readonly heard: readonly string[];
}

/** A report as a file that somebody opened, as they would: no server, and no help. */
async function opened(browser: Browser, report: Report, options: BrowserContextOptions = {}): Promise<Opened> {
  const file = join(temporaryFolder(), 'report.html');
  writeFileSync(file, await reportHtml(report));
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('dialog', (dialog) => heard.push(dialog.message()));
  page.on('request', (request) => heard.push(request.url()));
  const url = pathToFileURL(file).href;
  await page.goto(url);
  // A picture that cannot be loaded would have said so by the time that everything is drawn.
  await page.screenshot();
  return { page, heard: heard.filter((word) => word !== url) };
}

async function openedFor(context: TestContext, report: Report, options?: BrowserContextOptions): Promise<Opened> {
  return opened(await browserFor(context), report, options);
}

test('opens without a word to the console and without asking for anything', async (context) => {
  const { page, heard } = await openedFor(context, sampleReport());
  expect(await page.title()).toBe('Won and lost, and what made the difference');
  expect(heard).toEqual([]);
});

test('its policy lets no script and no foreign style in', async (context) => {
  const { page } = await openedFor(context, sampleReport());
  await page.evaluate(`
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.head.append(script);
    document.body.setAttribute('style', 'display: none');
  `);
  expect(await page.title()).not.toBe('taken over');
  expect(await page.locator('h1').isVisible()).toBe(true);
});

test('a deal called like an element is text', async (context) => {
  const { page, heard } = await openedFor(context, sampleReport([figureWith(HOSTILE)]));
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.getByRole('rowheader', { name: HOSTILE }).count()).toBe(1);
  expect(await page.locator('svg text').allTextContents()).toContain(HOSTILE);
  expect(heard).toEqual([]);
});

test('prints to paper', async (context) => {
  const { page } = await openedFor(context, sampleReport());
  const paper = await page.pdf({ format: 'A4' });
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
});

describe.each<[name: string, options: BrowserContextOptions]>([
  ['by day', { colorScheme: 'light' }],
  ['by night', { colorScheme: 'dark' }],
  ['on a phone', { viewport: { width: 390, height: 844 }, isMobile: true }],
])('%s', (_name, options) => {
  test('no barrier is found', async (context) => {
    const { page } = await openedFor(context, sampleReport(), { ...options, bypassCSP: true });
    await page.addScriptTag({ content: AXE });
    const { violations } = await page.evaluate<AxeResults>('axe.run()');
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  test('nothing reaches beyond the edge', async (context) => {
    const { page } = await openedFor(context, sampleReport([figureWith('Contoso'.repeat(40))]), options);
    const width = 'document.documentElement';
    expect(await page.evaluate(`${width}.scrollWidth <= ${width}.clientWidth`)).toBe(true);
  });
});
