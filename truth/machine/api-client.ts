import * as https from 'node:https';
import type { KubeObject } from '../../lib/simulator/kube-object';

/** What an API server answers. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: any;
}

/** Talks to one API server as its administrator. */
export class ApiClient {
  private readonly agent: https.Agent;
  private readonly paths = new Map<string, ResourcePath>();

  constructor(
    private readonly port: number,
    private readonly token: string,
  ) {
    // The certificate is one that the API server made for itself a moment ago; nothing else listens in the enclosure.
    this.agent = new https.Agent({ keepAlive: true, maxSockets: 20, rejectUnauthorized: false });
  }

  public request(method: string, path: string, body?: unknown, contentType = 'application/json'): Promise<ApiAnswer> {
    return new Promise((resolve, reject) => {
      const request = https.request(
        {
          ...{ host: '127.0.0.1', port: this.port, path, method, agent: this.agent },
          headers: { authorization: `Bearer ${this.token}`, 'content-type': contentType, accept: 'application/json' },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            const json = response.headers['content-type']?.startsWith('application/json') === true;
            resolve({ status: response.statusCode ?? 0, body: json ? JSON.parse(text) : text });
          });
        },
      );
      request.on('error', reject);
      request.end(body === undefined ? undefined : asciiJson(body));
    });
  }

  /** Server-side apply with strict validation of fields. */
  public async apply(object: KubeObject): Promise<ApiAnswer> {
    const path = await this.pathOf(object);
    const query = 'fieldManager=truth&force=true&fieldValidation=Strict';
    // JSON is YAML.
    return typeof path === 'string'
      ? this.request(
          'PATCH',
          `${path}/${encodeURIComponent(object.metadata.name)}?${query}`,
          object,
          'application/apply-patch+yaml',
        )
      : path;
  }

  /** All objects of a resource, such as `/api/v1/pods`. */
  public async list(path: string): Promise<any[]> {
    const { status, body } = await this.request('GET', path);
    if (status !== 200) {
      throw new Error(`The API server does not list ${path}: ${JSON.stringify(body)}`);
    }
    return body.items;
  }

  /** The path of the collection that an object belongs to; the API server's answer where there is none. */
  private async pathOf({ apiVersion, kind, metadata }: KubeObject): Promise<string | ApiAnswer> {
    const key = `${apiVersion} ${kind}`;
    let known = this.paths.get(key);
    if (known === undefined) {
      const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
      const answer = await this.request('GET', root);
      const resource = answer.body.resources?.find((one: any) => one.kind === kind && !one.name.includes('/'));
      if (resource === undefined) {
        return { status: 404, body: { message: `no matches for kind "${kind}" in version "${apiVersion}"` } };
      }
      known = { root, name: resource.name, namespaced: resource.namespaced };
      this.paths.set(key, known);
    }
    const { root, name, namespaced } = known;
    return namespaced ? `${root}/namespaces/${metadata.namespace}/${name}` : `${root}/${name}`;
  }
}

interface ResourcePath {
  readonly root: string;
  readonly name: string;
  readonly namespaced: boolean;
}

/** JSON that is YAML too, also where it holds characters that YAML does not let stand as they are. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
