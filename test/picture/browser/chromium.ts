import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** What Chromium and its kin are called. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** The Chromium of this machine: that of the variable `CHROMIUM`, or the first on the path. */
export function chromiumPath(): string | undefined {
  const given = process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const candidates = given ? [given] : folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** A page with all that it said and asked for. */
export interface OpenPage {
  readonly page: Page;
  /** Messages of its console, and errors. */
  readonly messages: readonly string[];
  /** Addresses that it asked for, its own apart. */
  readonly requests: readonly string[];
}

/** Opens pages in one Chromium. */
export class TestBrowser {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'cdk8s-prometheus-page-'));
  private files = 0;

  private constructor(private readonly browser: Browser) {}

  public static async start(executablePath: string): Promise<TestBrowser> {
    // Chromium has no sandbox for root, as which containers run.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return new TestBrowser(await chromium.launch({ executablePath, args }));
  }

  /** Opens a page from a file, as a person would. */
  public async open(html: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
    const file = path.join(this.folder, `${this.files++}.html`);
    writeFileSync(file, html);
    const context = await this.browser.newContext({
      offline: true,
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    const messages: string[] = [];
    const requests: string[] = [];
    const address = pathToFileURL(file).href;
    page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => messages.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      messages.push(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== address) {
        requests.push(request.url());
      }
    });
    await page.goto(address);
    return { page, messages, requests };
  }

  public async stop(): Promise<void> {
    await this.browser.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** `describe` where there is a Chromium; else the tests are reported as skipped, and the log says why. */
export function describeInChromium(name: string, tests: (browser: () => TestBrowser) => void): void {
  const executable = chromiumPath();
  if (executable === undefined) {
    console.warn(`SKIPPED: ${name} (there is no Chromium on the path, and CHROMIUM names none)`);
    describe.skip(name, () => {
      test('needs Chromium', () => undefined);
    });
    return;
  }
  describe(name, () => {
    let browser: TestBrowser | undefined;
    beforeAll(async () => {
      browser = await TestBrowser.start(executable);
    }, 60_000);
    afterAll(async () => {
      await browser?.stop();
    });
    tests(() => browser as TestBrowser);
  });
}
