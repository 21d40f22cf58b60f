import { isPlainObject } from '../../private/plain-object';
import type { KubeObject } from '../../simulator/kube-object';
import { joinPath } from '../../simulator/operator/problem';
import { isSecretVariable, SECRET_KEYS, secretLines } from '../../stack/guard/secret-words';
import { isPlaceholder, shapeOf } from './secret-shapes';

/** A secret that is written out; its value is nowhere in here. */
export interface FoundSecret {
  /** Path of the field that it stands in. */
  readonly field: string;
  /** What it is, and what tells; `variable "DB_PASSWORD"`. */
  readonly message: string;
  /** Whether its form leaves no doubt. */
  readonly certain: boolean;
  readonly fix: string;
}

const OUTSIDE = 'which is made outside of these files, with a SealedSecret or an ExternalSecret for example';
const FIX_REFERENCE = `refer to a Secret, ${OUTSIDE}.`;
const FIX_ENV = `valueFrom: { secretKeyRef: { name: …, key: … } }, of a Secret ${OUTSIDE}.`;
const FIX_FILE = `keep the file in a Secret, ${OUTSIDE}, or name a file with the secret in it.`;

/** Levels of nesting that are searched. */
const MAX_DEPTH = 80;

/** Names that are about a secret, besides those that every program has: `TOKEN_TYPE`, `SECRET_NAMESPACE`. */
const ABOUT_A_SECRET =
  /(TYPE|POLICY|AUDIENCE|ISSUER|ALGORITHM|TTL|EXPIRY|EXPIRATION|EXPIRES_IN|SIZE|LIMIT|MODE|STORE|BACKEND|PROVIDER|REGION|NAMESPACE|PREFIX|KEY_ID|KEY_REF|REF|ENDPOINT|HOST|ADDR|VERSION|SCOPES?|USER(NAME)?|MOUNT|ROTATION)$/i;

/** Files whose lines are keys and values. */
const CONFIGURATION = /\.(?:ya?ml|ini|toml|properties|conf|cfg|env)$|^\.env$/i;

/** Finds secrets that are written out anywhere in an object that is no Secret. */
export function secretsIn(object: KubeObject): FoundSecret[] {
  const finder = new SecretFinder(object);
  for (const [key, value] of Object.entries(object)) {
    finder.visit(value, key, key, 0);
  }
  return finder.found;
}

class SecretFinder {
  public readonly found: FoundSecret[] = [];
  private readonly isConfigMap: boolean;
  private readonly isMonitoring: boolean;

  constructor({ apiVersion, kind }: KubeObject) {
    this.isConfigMap = kind === 'ConfigMap';
    // Labels and annotations of alerts may be called whatever people like.
    this.isMonitoring = String(apiVersion).startsWith('monitoring.coreos.com/') && kind !== 'PrometheusRule';
  }

  public visit(value: unknown, field: string, key: string, depth: number): void {
    if (typeof value === 'string') {
      this.look(value, field, key);
    } else if (depth < MAX_DEPTH && Array.isArray(value)) {
      value.forEach((item, index) => {
        if (key === 'env' && isPlainObject(item)) {
          this.lookAtVariable(item, joinPath(field, index));
        } else {
          this.visit(item, joinPath(field, index), key, depth + 1);
        }
      });
    } else if (depth < MAX_DEPTH && isPlainObject(value)) {
      for (const [name, item] of Object.entries(value)) {
        this.visit(item, joinPath(field, name), name, depth + 1);
      }
    }
  }

  private look(text: string, field: string, key: string): void {
    const inFile = this.isConfigMap && field.startsWith('data');
    const shape = shapeOf(text);
    if (shape !== undefined) {
      const place = text.includes('\n') && shape.index > 0 ? `, in line ${lineOf(text, shape.index)}` : '';
      this.add(field, `holds ${shape.what}${place}.`, true, inFile ? FIX_FILE : FIX_REFERENCE);
    } else if (inFile && text.includes('\n') && CONFIGURATION.test(key)) {
      this.lookAtLines(text, field);
    } else if (this.isMonitoring && isSecretKey(key) && !isPlaceholder(text)) {
      this.add(field, 'is written out.', true, FIX_REFERENCE);
    } else if (inFile && isSecretVariableName(key, text)) {
      this.add(field, 'is written out.', false, FIX_FILE);
    }
  }

  private lookAtLines(text: string, field: string): void {
    for (const { key, value, index } of secretLines(text)) {
      if (!isPlaceholder(value)) {
        this.add(field, `has ${key} written out, in line ${lineOf(text, index)}.`, false, FIX_FILE);
        return;
      }
    }
  }

  private lookAtVariable({ name, value }: { [key: string]: unknown }, field: string): void {
    if (typeof name !== 'string' || typeof value !== 'string') {
      return;
    }
    const shape = shapeOf(value);
    if (shape !== undefined || isSecretVariableName(name, value)) {
      const message = shape === undefined ? 'is written out' : `holds ${shape.what}`;
      this.found.push({
        field: `${field}.value`,
        message: `Variable ${name} ${message}.`,
        certain: shape !== undefined,
        fix: FIX_ENV,
      });
    }
  }

  private add(field: string, message: string, certain: boolean, fix: string): void {
    this.found.push({ field, message: `${nameOfField(field)} ${message}`, certain, fix });
  }
}

/** Whether the text of a key is a secret, by the name of the key. */
export function isSecretKey(key: string): boolean {
  return SECRET_KEYS.has(key.toLowerCase().replace(/[._-]/g, ''));
}

/** Whether a variable holds a secret, by its name and what it has. */
export function isSecretVariableName(name: string, value: string): boolean {
  return isSecretVariable(name, value) && !ABOUT_A_SECRET.test(name) && !isPlaceholder(value);
}

/** The last part of a path, as it is spelled. */
function nameOfField(field: string): string {
  return /(?:^|\.)([^.[\]"]+(?:\[\d+\])*)$/.exec(field)?.[1] ?? /\[("(?:[^"\\]|\\.)*")\]$/.exec(field)?.[1] ?? field;
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
