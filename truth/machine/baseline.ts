import { sleep } from './child';
import type { Etcd, StoredKey } from './etcd';

/** What a cluster writes by itself, again and again: it says nothing about a scenario, and need not be undone. */
const OWN = ['/leases/', '/minions/', '/masterleases/', '/ranges/', '/peerserverleases/'];

/** What is written about what happens, also if the same happens again. */
const EVENTS = '/events/';

/** For how long nothing may change until a cluster counts as settled. */
const QUIET_MILLISECONDS = 1200;

const LONGEST_MILLISECONDS = 60_000;

/** Knows what a cluster holds when nothing was applied, and makes it hold that again. */
export class Baseline {
  private readonly entries = new Map<string, { revision: string; readonly value: string }>();

  /** @param prefix of the keys of the cluster */
  constructor(
    private readonly etcd: Etcd,
    private readonly prefix: string,
  ) {}

  /** Takes what is there now as what a cluster holds. */
  public async take(): Promise<void> {
    await this.settled();
    for (const { key, revision } of (await this.keys()).filter(({ key }) => !key.includes(EVENTS))) {
      this.entries.set(key, { revision, value: await this.etcd.value(key) });
    }
  }

  /** Waits until nothing changes any more. */
  public async settled(quiet = QUIET_MILLISECONDS): Promise<void> {
    const end = Date.now() + LONGEST_MILLISECONDS;
    let known = '';
    for (let since = Date.now(); Date.now() - since < quiet; await sleep(200)) {
      const keys = (await this.keys()).filter(({ key }) => !key.includes(EVENTS));
      const now = keys.map(({ key, revision }) => `${key} ${revision}`).join('\n');
      if (now !== known) {
        known = now;
        since = Date.now();
      }
      if (Date.now() > end) {
        throw new Error('The cluster does not settle: something in it changes all the time.');
      }
    }
  }

  /**
   * Deletes what was applied and all that came of it, at one moment, in the store: to delete namespaces as people do takes
   * seconds. Controllers that had not heard of it may make some of it again, so it is looked at until nothing comes.
   */
  public async restore(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      const keys = await this.keys();
      const extra = keys.map(({ key }) => key).filter((key) => !this.entries.has(key));
      const revisions = new Map(keys.map(({ key, revision }) => [key, revision]));
      const changed = [...this.entries].filter(([key, { revision }]) => revisions.get(key) !== revision);
      if (extra.length > 0 || changed.length > 0) {
        await this.etcd.delete(extra);
        for (const [key, { value }] of changed) {
          await this.etcd.put(key, value);
        }
        await this.remember(changed.map(([key]) => key));
        quiet = -1;
      }
      await sleep(150);
    }
  }

  private async remember(keys: readonly string[]): Promise<void> {
    if (keys.length > 0) {
      const revisions = new Map((await this.keys()).map(({ key, revision }) => [key, revision]));
      for (const key of keys) {
        const entry = this.entries.get(key);
        if (entry !== undefined) {
          entry.revision = revisions.get(key) ?? '';
        }
      }
    }
  }

  private async keys(): Promise<StoredKey[]> {
    const keys = await this.etcd.keys(this.prefix);
    return keys.filter(({ key }) => !OWN.some((own) => key.includes(own)));
  }
}
