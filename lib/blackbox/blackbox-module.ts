import { KeyReference } from '../monitor/key-reference';
import { isPlainObject } from '../private/plain-object';
import { Problems } from '../private/problems';
import { checkCodes, checkCommon, checkHeaders, checkRegexes, checkTls, literalSecrets } from './check-module-options';
import type {
  BlackboxDnsOptions,
  BlackboxGrpcOptions,
  BlackboxHttpOptions,
  BlackboxIcmpOptions,
  BlackboxTcpOptions,
} from './module-options';
import { pathOf } from './mounted-files';
import { renderDns, renderGrpc, renderHttp, renderIcmp, renderModule, renderTcp } from './render-module';

/** What the exporter probes over, by the name in its configuration. */
const PROBERS = ['http', 'tcp', 'dns', 'icmp', 'grpc', 'unix'];

/**
 * A module of the blackbox exporter: how it probes, and what counts as success.
 *
 * Source: blackbox_exporter v0.28 `CONFIGURATION.md` and `config/config.go`.
 */
export class BlackboxModule {
  /**
   * Asks a URL.
   *
   * @throws Error with all problems: expressions that are none, credentials in headers, two ways to log in, half a pair of
   * certificate and key
   */
  public static http(options: BlackboxHttpOptions = {}): BlackboxModule {
    const problems = new Problems('BlackboxModule.http');
    checkCommon(options, problems);
    checkCodes(options.validStatusCodes, problems);
    checkHeaders(options.headers ?? {}, problems);
    checkRegexes('failIfBodyMatches', options.failIfBodyMatches, problems);
    checkRegexes('failIfBodyNotMatches', options.failIfBodyNotMatches, problems);
    checkTls(options.tls, problems);
    if (options.basicAuth && options.bearerToken) {
      problems.add(
        'bearerToken',
        'stands beside basicAuth, and the exporter refuses its whole configuration over it.',
        'leave out one of the two.',
      );
    }
    if (options.failIfTls && options.failIfNotTls) {
      problems.add('failIfNotTls', 'stands beside failIfTls, so every probe would fail.', 'leave out one of the two.');
    }
    problems.throwIfAny();
    return new BlackboxModule('http', renderModule('http', options, renderHttp(options)), [
      ...filesOfTls(options),
      ...[options.basicAuth?.username, options.basicAuth?.password, options.bearerToken].flatMap((key) =>
        key ? [KeyReference.secret(key)] : [],
      ),
    ]);
  }

  /**
   * Opens a port, and talks if it is told to.
   *
   * @throws Error with all problems: expressions that are none, half a pair of certificate and key
   */
  public static tcp(options: BlackboxTcpOptions = {}): BlackboxModule {
    const problems = new Problems('BlackboxModule.tcp');
    checkCommon(options, problems);
    checkTls(options.tls, problems);
    for (const [index, { expect }] of (options.queryResponse ?? []).entries()) {
      checkRegexes(`queryResponse[${index}].expect`, expect === undefined ? [] : [expect], problems);
    }
    problems.throwIfAny();
    return new BlackboxModule('tcp', renderModule('tcp', options, renderTcp(options)), filesOfTls(options));
  }

  /**
   * Asks a DNS server, the target, for a name.
   *
   * @throws Error with all problems: no name, expressions that are none
   */
  public static dns(options: BlackboxDnsOptions): BlackboxModule {
    const problems = new Problems('BlackboxModule.dns');
    checkCommon(options, problems);
    checkRegexes('failIfAnswerNotMatches', options.failIfAnswerNotMatches, problems);
    if (!options.queryName) {
      problems.add(
        'queryName',
        'is empty, and the exporter refuses its whole configuration over it.',
        "queryName: 'kubernetes.default.svc.cluster.local'",
      );
    }
    problems.throwIfAny();
    return new BlackboxModule('dns', renderModule('dns', options, renderDns(options)), []);
  }

  /**
   * Pings a host. The exporter then needs a group of users that may ping, which `BlackboxExporter` sees to.
   *
   * @throws Error with all problems: a number of hops that there cannot be, a negative size
   */
  public static icmp(options: BlackboxIcmpOptions = {}): BlackboxModule {
    const problems = new Problems('BlackboxModule.icmp');
    checkCommon(options, problems);
    const { ttl, payloadBytes } = options;
    if (ttl !== undefined && !(Number.isInteger(ttl) && ttl >= 1 && ttl <= 255)) {
      problems.add('ttl', `${ttl} is no number of hops.`, 'a whole number from 1 to 255.');
    }
    if (payloadBytes !== undefined && !(Number.isInteger(payloadBytes) && payloadBytes >= 0)) {
      problems.add('payloadBytes', `${payloadBytes} is no size.`, 'a whole number of at least 0.');
    }
    problems.throwIfAny();
    return new BlackboxModule('icmp', renderModule('icmp', options, renderIcmp(options)), []);
  }

  /**
   * Asks a gRPC server for its health.
   *
   * @throws Error with all problems: half a pair of certificate and key
   */
  public static grpc(options: BlackboxGrpcOptions = {}): BlackboxModule {
    const problems = new Problems('BlackboxModule.grpc');
    checkCommon(options, problems);
    checkTls(options.tls, problems);
    problems.throwIfAny();
    return new BlackboxModule('grpc', renderModule('grpc', options, renderGrpc(options)), filesOfTls(options));
  }

  /**
   * A module as it stands in the configuration of the exporter, for what the others cannot say.
   *
   * @param config the module, spelled as the exporter spells it, with `prober`
   * @param files keys that are mounted; `BlackboxModule.pathOf` says where, for fields such as `password_file`
   * @throws if it names no prober, or holds a secret in plain
   */
  public static raw(config: { [key: string]: any }, files: KeyReference[] = []): BlackboxModule {
    const problems = new Problems('BlackboxModule.raw');
    if (!isPlainObject(config) || !PROBERS.includes(config.prober)) {
      problems.add(
        'prober',
        `${JSON.stringify(config?.prober)} is none that the exporter has: ${PROBERS.join(', ')}.`,
        "prober: 'http', for example.",
      );
    }
    for (const { path, fix } of literalSecrets(config)) {
      problems.add(path, 'is a secret in plain, and would stand in a ConfigMap.', fix);
    }
    problems.throwIfAny();
    return new BlackboxModule(config.prober, config, files);
  }

  /** Path at which the exporter finds the value of a key that was given to `BlackboxModule.raw`. */
  public static pathOf(reference: KeyReference): string {
    return pathOf(reference);
  }

  private constructor(
    /** What it probes over: `http`, `tcp`, `dns`, `icmp`, `grpc` or `unix`. */
    public readonly probesOver: string,
    private readonly config: { [key: string]: any },
    /** Keys of Secrets and ConfigMaps that are mounted for it. */
    public readonly files: KeyReference[],
  ) {}

  /** The module as it stands in the configuration of the exporter. */
  public toConfig(): any {
    return { ...this.config };
  }
}

function filesOfTls({ tls }: BlackboxGrpcOptions): KeyReference[] {
  return [tls?.ca, tls?.cert, tls?.key && KeyReference.secret(tls.key)].flatMap((file) => (file ? [file] : []));
}
