import * as path from 'node:path';
import { Child } from './child';
import { freePort } from './ports';
import { program } from './tools';

/** A key of etcd with the revision of its last change. */
export interface StoredKey {
  readonly key: string;
  readonly revision: string;
}

/** The store of all clusters; each has its own prefix. */
export class Etcd {
  public readonly url: string;
  private readonly child: Child;

  constructor(folder: string) {
    const [client, peer] = [freePort(), freePort()].map((port) => `http://127.0.0.1:${port}`);
    this.url = client;
    this.child = new Child(
      'etcd',
      program('etcd'),
      [
        ...['--data-dir', path.join(folder, 'etcd'), '--unsafe-no-fsync', '--log-level', 'warn'],
        ...['--listen-client-urls', client, '--advertise-client-urls', client],
        ...['--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer, '--initial-cluster', `default=${peer}`],
        ...['--quota-backend-bytes', String(8 * 1024 ** 3), '--max-txn-ops', '100000'],
        ...['--auto-compaction-retention', '5m', '--max-request-bytes', String(64 * 1024 ** 2)],
      ],
      path.join(folder, 'etcd.log'),
    );
  }

  public ready(): Promise<void> {
    return this.child.until('ready', async () => (await fetch(`${this.url}/health`)).ok);
  }

  /** All keys below a prefix. */
  public async keys(prefix: string): Promise<StoredKey[]> {
    const { kvs = [] } = await this.call('range', { ...rangeOf(prefix), keys_only: true });
    return kvs.map(({ key, mod_revision }: any) => ({ key: fromBase64(key), revision: mod_revision }));
  }

  /** The value of a key, encoded. */
  public async value(key: string): Promise<string> {
    const { kvs } = await this.call('range', { key: toBase64(key) });
    return kvs[0].value;
  }

  public async put(key: string, value: string): Promise<void> {
    await this.call('put', { key: toBase64(key), value });
  }

  /** Deletes keys, all at the same moment. */
  public async delete(keys: readonly string[]): Promise<void> {
    await this.call('txn', { success: keys.map((key) => ({ request_delete_range: { key: toBase64(key) } })) });
  }

  private async call(what: string, body: object): Promise<any> {
    const response = await fetch(`${this.url}/v3/kv/${what}`, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) {
      throw new Error(`etcd refuses ${what}: ${await response.text()}`);
    }
    return response.json();
  }
}

function rangeOf(prefix: string): { key: string; range_end: string } {
  const end = prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
  return { key: toBase64(prefix), range_end: toBase64(end) };
}

function toBase64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString();
}
