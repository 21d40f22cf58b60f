import { checkBasicAuth, checkOauth2, checkSafeAuthorization } from './check-authentication';
import { checkProxy } from './check-proxy';
import { checkSafeTls } from './check-tls';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';
import { present } from './secret-or-config-map';

/** Parts of a client that the Operator looks at. */
export type ClientParts = readonly ('basicAuth' | 'authorization' | 'oauth2' | 'tlsConfig' | 'proxy')[];

/** All that there are. */
export const WHOLE_CLIENT: ClientParts = ['basicAuth', 'authorization', 'oauth2', 'tlsConfig', 'proxy'];

/** What is wrong with a client of a ScrapeConfig. An authorization without credentials is not looked at. */
export function checkClient(config: any, field: string, parts: ClientParts, problems: ProblemList): void {
  if (parts.includes('basicAuth')) {
    checkBasicAuth(config.basicAuth, joinPath(field, 'basicAuth'), problems);
  }
  if (parts.includes('authorization') && present(config.authorization?.credentials)) {
    checkSafeAuthorization(config.authorization, joinPath(field, 'authorization'), problems);
  }
  if (parts.includes('oauth2')) {
    checkOauth2(config.oauth2, joinPath(field, 'oauth2'), problems);
  }
  if (parts.includes('tlsConfig')) {
    checkSafeTls(config.tlsConfig, joinPath(field, 'tlsConfig'), problems);
  }
  if (parts.includes('proxy')) {
    checkProxy(config, field, problems);
  }
}
