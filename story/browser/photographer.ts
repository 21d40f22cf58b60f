import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from './find-chromium';

/** Looks at pages with a real browser, and takes pictures of them. */
export class Photographer {
  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
  ) {}

  public static async start(): Promise<Photographer> {
    const browser = await chromium.launch({
      executablePath: findChromium(),
      // The enclosure has a root of its own, for whom Chromium has no sandbox.
      args: ['--no-sandbox'],
    });
    const page = await browser.newPage({ viewport: { width: 1280, height: 460 }, colorScheme: 'light' });
    return new Photographer(browser, page);
  }

  /**
   * Opens a page, waits for a text on it, and takes a picture.
   *
   * @returns all that stands on the page
   * @throws Error if the text does not appear
   */
  public async take(url: string, text: string, file: string): Promise<string> {
    await this.page.goto(url);
    await this.page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 20_000 });
    // What folds open does so slowly.
    await this.page.waitForTimeout(500);
    await this.page.screenshot({ path: file, fullPage: true });
    return this.page.locator('body').innerText();
  }

  public version(): string {
    return this.browser.version();
  }

  public async stop(): Promise<void> {
    await this.browser.close();
  }
}
