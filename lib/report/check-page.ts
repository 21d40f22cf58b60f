/**
 * Address of the page of a check.
 *
 * @param homepage as in package.json; a fragment such as `#readme` is passed over
 * @param check id of the check
 */
export function checkPage(homepage: string, check: string): string {
  return `${homepage.replace(/#.*$/, '').replace(/\/+$/, '')}/blob/main/docs/checks/${check}.md`;
}
