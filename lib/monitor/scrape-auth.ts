import type { KeyReference } from './key-reference';
import type { SecretKey } from './secret-key';

/** Options for `ScrapeAuth.basicAuth`. */
export interface BasicAuthOptions {
  /** Where the user name stands. */
  readonly username: SecretKey;
  /** Where the password stands. */
  readonly password: SecretKey;
}

/** Options for `ScrapeAuth.oauth2`: the client credentials flow. */
export interface OAuth2Options {
  /** Where the client id stands. */
  readonly clientId: KeyReference;
  /** Where the client secret stands. */
  readonly clientSecret: SecretKey;
  /** URL that hands out tokens. */
  readonly tokenUrl: string;
  /**
   * Scopes to ask for.
   *
   * @default - none
   */
  readonly scopes?: string[];
  /**
   * Parameters to append to the token URL.
   *
   * @default - none
   */
  readonly endpointParams?: { [key: string]: string };
}

/**
 * How Prometheus proves to a target who it is. An endpoint takes exactly one way: with two, the Operator rejects the
 * whole monitor (prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `CheckServiceMonitor`).
 */
export class ScrapeAuth {
  /** User name and password. */
  public static basicAuth(options: BasicAuthOptions): ScrapeAuth {
    return new ScrapeAuth(
      { basicAuth: { username: options.username.toManifest(), password: options.password.toManifest() } },
      [options.username, options.password],
    );
  }

  /** `Authorization: Bearer <token>`. */
  public static bearerToken(token: SecretKey): ScrapeAuth {
    return new ScrapeAuth({ authorization: { type: 'Bearer', credentials: token.toManifest() } }, [token]);
  }

  /**
   * An `Authorization` header of another type.
   *
   * @throws if the type is not one word, or is `basic`, in any case: the Operator refuses it here
   */
  public static authorization(type: string, credentials: SecretKey): ScrapeAuth {
    if (type.trim().toLowerCase() === 'basic') {
      throw new Error(
        `authorization: type "${type}" is refused by the Operator, which would reject the whole monitor. Fix: use ScrapeAuth.basicAuth({ username, password }).`,
      );
    }
    if (!/^\S+$/.test(type)) {
      throw new Error(
        `ScrapeAuth.authorization: type "${type}" is not one word, so the header would be broken. Fix: the scheme alone, for example "Token".`,
      );
    }
    return new ScrapeAuth({ authorization: { type, credentials: credentials.toManifest() } }, [credentials]);
  }

  /**
   * OAuth2 with client credentials.
   *
   * @throws if the token URL is no http or https URL
   */
  public static oauth2(options: OAuth2Options): ScrapeAuth {
    const { clientId, clientSecret, tokenUrl, scopes, endpointParams } = options;
    if (!/^https?:\/\/[^/]/.test(tokenUrl)) {
      throw new Error(
        `ScrapeAuth.oauth2: tokenUrl "${tokenUrl}" is no http or https URL, so Prometheus could get no token. Fix: write it with its scheme and host.`,
      );
    }
    return new ScrapeAuth(
      {
        oauth2: {
          clientId: clientId.toManifest(),
          clientSecret: clientSecret.toManifest(),
          tokenUrl,
          scopes,
          endpointParams,
        },
      },
      [...clientId.secretKeys, clientSecret],
    );
  }

  private constructor(
    private readonly fields: { [key: string]: any },
    /** Secrets that this refers to. */
    public readonly secretKeys: SecretKey[],
  ) {}

  /** The fields of an endpoint that this sets. */
  public toManifest(): any {
    return { ...this.fields };
  }
}
