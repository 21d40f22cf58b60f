import { COUNT, choice, FLAG, MAP, TEXT, TEXT_MAP } from '../value-kind';
import { at, type ValueTable } from '../value-table';

/** Who sends queries to a data source. */
export enum StackDataSourceAccess {
  /** Grafana. */
  PROXY = 'proxy',
  /** The browser. */
  DIRECT = 'direct',
}

/**
 * A data source of Grafana, as its provisioning files have it. Two things happen to its texts: Helm evaluates `{{`, and
 * Grafana replaces `$NAME` by the environment variable; a dollar sign itself is written `$$`.
 */
export interface StackDataSource {
  /** Name, as people see it. Not `Prometheus` or `Alertmanager`, which the chart provisions. */
  readonly name: string;

  /** Plugin that reads it, for example `loki`. */
  readonly type: string;

  /**
   * Id that dashboards refer to. Not `prometheus` or `alertmanager`, which the chart provisions.
   *
   * @default - given by Grafana
   */
  readonly uid?: string;

  /**
   * Address.
   *
   * @default - none
   */
  readonly url?: string;

  /**
   * Who sends queries.
   *
   * @default StackDataSourceAccess.PROXY
   */
  readonly access?: StackDataSourceAccess;

  /**
   * Whether panels without a data source take it. Only one may be, and unless `sidecar.datasources.isDefaultDatasource` is
   * false it is the Prometheus of the chart.
   *
   * @default false
   */
  readonly isDefault?: boolean;

  /**
   * Organization of Grafana.
   *
   * @default 1
   */
  readonly orgId?: number;

  /**
   * Whether it can be changed in the browser.
   *
   * @default false
   */
  readonly editable?: boolean;

  /**
   * Whether Grafana logs in by user and password; the password is `basicAuthPassword` of `secureJsonData`.
   *
   * @default false
   */
  readonly basicAuth?: boolean;

  /**
   * The user.
   *
   * @default - none
   */
  readonly basicAuthUser?: string;

  /**
   * User of a database.
   *
   * @default - none
   */
  readonly user?: string;

  /**
   * Name of a database.
   *
   * @default - none
   */
  readonly database?: string;

  /**
   * Settings of the plugin.
   *
   * @default - none
   */
  readonly jsonData?: { [key: string]: any };

  /**
   * Secret settings of the plugin, by reference: `$NAME` of an environment variable from `envValueFrom` or
   * `envFromSecrets`, or `$__file{/path}`. Written out they are refused.
   *
   * @default - none
   */
  readonly secureJsonData?: { [key: string]: string };
}

/**
 * A data source that Grafana removes.
 */
export interface StackDeletedDataSource {
  /** Its name. */
  readonly name: string;

  /**
   * Its organization.
   *
   * @default 1
   */
  readonly orgId?: number;
}

/** Values of an item of `grafana.additionalDataSources`. */
export const DATA_SOURCE: ValueTable<StackDataSource> = {
  name: at('name', TEXT),
  type: at('type', TEXT),
  uid: at('uid', TEXT),
  url: at('url', TEXT),
  access: at(
    'access',
    choice(() => StackDataSourceAccess),
  ),
  isDefault: at('isDefault', FLAG),
  orgId: at('orgId', COUNT),
  editable: at('editable', FLAG),
  basicAuth: at('basicAuth', FLAG),
  basicAuthUser: at('basicAuthUser', TEXT),
  user: at('user', TEXT),
  database: at('database', TEXT),
  jsonData: at('jsonData', MAP),
  secureJsonData: at('secureJsonData', TEXT_MAP),
};

/** Values of an item of `grafana.deleteDatasources`. */
export const DELETED_DATA_SOURCE: ValueTable<StackDeletedDataSource> = {
  name: at('name', TEXT),
  orgId: at('orgId', COUNT),
};
