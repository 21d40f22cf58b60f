import { createPrivateKey, X509Certificate } from 'node:crypto';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';
import { bothSources, present, resolveEither } from './secret-or-config-map';

/** TLS of a PodMonitor or of OAuth 2, which knows no files. */
export function checkSafeTls(tls: any, field: string, problems: ProblemList): void {
  checkTls(present(tls) ? { ...tls, caFile: '', certFile: '', keyFile: '' } : undefined, field, problems);
}

/** TLS that the Operator looks into, with all that it refers to. */
export function checkTls(tls: any, field: string, problems: ProblemList): void {
  validateTls(tls, field, problems);
  if (present(tls)) {
    loadTls(tls, field, problems);
  }
}

/** Source: prometheus-operator v0.93 `pkg/apis/monitoring/v1/tls_types.go`, `TLSConfig.Validate`. */
export function validateTls(tls: any, field: string, problems: ProblemList): void {
  if (!present(tls)) {
    return;
  }
  for (const part of ['ca', 'cert']) {
    if (present(tls[part]?.secret) && present(tls[part]?.configMap)) {
      bothSources(joinPath(field, part), problems);
    }
    if (given(tls[part]) && tls[`${part}File`]) {
      twice(part, `${part}File`);
    }
  }
  if (present(tls.keySecret) && tls.keyFile) {
    twice('keySecret', 'keyFile');
  }

  const cert = given(tls.cert) || Boolean(tls.certFile);
  const key = present(tls.keySecret) || Boolean(tls.keyFile);
  if (cert !== key) {
    problems.add(cert ? 'tls-cert-without-key' : 'tls-key-without-cert', field, {
      message: cert ? 'has a client certificate without its key.' : 'has a client key without its certificate.',
      fix: cert ? 'set keySecret: { name, key }.' : 'set cert: { secret: { name, key } }.',
    });
  }
  const { minVersion, maxVersion } = tls;
  // The Operator compares the texts, which works for TLS10 to TLS13.
  if (present(minVersion) && present(maxVersion) && String(maxVersion) < String(minVersion)) {
    problems.add('tls-versions-crossed', joinPath(field, 'maxVersion'), {
      message: `"${maxVersion}" is below minVersion "${minVersion}".`,
      fix: `maxVersion: ${minVersion}, or higher.`,
      values: { minVersion, maxVersion },
    });
  }

  function twice(first: string, second: string): void {
    problems.add('tls-source-twice', joinPath(field, second), {
      message: `"${tls[second]}" stands beside ${first}, and only one of them is allowed.`,
      fix: `keep ${first} or ${second}.`,
      values: { [second]: tls[second] },
    });
  }
}

/** Source: prometheus-operator v0.93 `pkg/assets/tls.go`, `addTLSAssets`. */
function loadTls(tls: any, field: string, problems: ProblemList): void {
  const texts: { [part: string]: string | undefined } = {};
  for (const part of ['ca', 'cert']) {
    if (!(present(tls[part]?.secret) && present(tls[part]?.configMap))) {
      texts[part] = resolveEither(tls[part], joinPath(field, part), problems);
    }
  }
  if (present(tls.keySecret)) {
    texts.key = problems.resolve('Secret', tls.keySecret, joinPath(field, 'keySecret'));
  }
  if (texts.ca && !certificateOf(texts.ca)) {
    problems.add('tls-ca-unreadable', joinPath(field, 'ca'), {
      message: 'is no certificate in PEM form.',
      fix: 'put the text from "-----BEGIN CERTIFICATE-----" on into this key.',
    });
  }
  if (texts.cert && texts.key && !isPair(texts.cert, texts.key)) {
    problems.add('tls-pair-broken', joinPath(field, 'cert'), {
      message: 'and its key do not belong together, or one of them is not in PEM form.',
      fix: 'put a certificate and its own private key, both in PEM form, into these keys.',
    });
  }
}

function given(reference: any): boolean {
  return present(reference?.secret) || present(reference?.configMap);
}

/** The first block decides, whatever its label says; so it is for the Operator. */
function certificateOf(pem: string): X509Certificate | undefined {
  const block = /-----BEGIN ([^-]+)-----\s*([A-Za-z0-9+/=\s]*)-----END \1-----/.exec(pem);
  try {
    return block ? new X509Certificate(Buffer.from(block[2], 'base64')) : undefined;
  } catch {
    return undefined;
  }
}

function isPair(cert: string, key: string): boolean {
  try {
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}
