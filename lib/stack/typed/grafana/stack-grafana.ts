import { type StackSwitch, SWITCH } from '../switch';
import { FLAG, MAP, TEXT, TEXTS } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';
import { GRAFANA_ACCESS, type StackGrafanaAccess } from './access';
import { GRAFANA_CONTENT, type StackGrafanaContent } from './content';
import {
  GRAFANA_ADMIN,
  GRAFANA_IMAGE_RENDERER,
  GRAFANA_LDAP,
  GRAFANA_SMTP,
  type StackGrafanaAdmin,
  type StackGrafanaImageRenderer,
  type StackGrafanaLdap,
  type StackGrafanaSmtp,
} from './grafana-parts';
import { GRAFANA_PODS, type StackGrafanaPods } from './pods';

/**
 * The chart's values below `grafana`, by the chart's own names.
 */
export interface StackGrafana extends StackGrafanaAccess, StackGrafanaContent, StackGrafanaPods {
  /**
   * Whether the release runs Grafana (`grafana.enabled`).
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Namespace of Grafana, its dashboards and its data sources (`grafana.namespaceOverride`).
   *
   * @default - the namespace of the release
   */
  readonly namespaceOverride?: string;

  /**
   * Where the administrator's password is (`grafana.admin`). Under Argo CD a must: it renders the chart again and again,
   * each time with a new random password.
   *
   * @default - a random password that the chart puts into a Secret
   */
  readonly admin?: StackGrafanaAdmin;

  /**
   * Name of the administrator, without `admin`.
   *
   * @default "admin"
   */
  readonly adminUser?: string;

  /**
   * The configuration file of Grafana, section by section (`grafana.ini`), for example `{ server: { root_url: '…' } }`.
   * Secrets stand in it by reference: `$__file{/path}` or `$__env{NAME}`.
   *
   * @default - paths, log and domain, set by the chart
   */
  readonly grafanaIni?: { [key: string]: any };

  /**
   * Plugins that are downloaded at every start, for example `grafana-clock-panel`.
   *
   * @default - none
   */
  readonly plugins?: string[];

  /**
   * The service that renders panels as images.
   *
   * @default - off
   */
  readonly imageRenderer?: StackGrafanaImageRenderer;

  /**
   * The Secret for the mail server.
   *
   * @default - none
   */
  readonly smtp?: StackGrafanaSmtp;

  /**
   * Users from LDAP.
   *
   * @default - none
   */
  readonly ldap?: StackGrafanaLdap;

  /**
   * A pod that `helm test` runs. Off, where all manifests are applied as they are: the pod would be one of them.
   *
   * @default - on
   */
  readonly testFramework?: StackSwitch;
}

/** Values below `grafana`. */
export const GRAFANA: ValueTable<StackGrafana> = {
  ...GRAFANA_ACCESS,
  ...GRAFANA_CONTENT,
  ...GRAFANA_PODS,
  enabled: at('enabled', FLAG),
  namespaceOverride: at('namespaceOverride', TEXT),
  admin: group('admin', GRAFANA_ADMIN, ['existingSecret']),
  adminUser: at('adminUser', TEXT),
  grafanaIni: at('grafana\\.ini', MAP),
  plugins: at('plugins', TEXTS),
  imageRenderer: group('imageRenderer', GRAFANA_IMAGE_RENDERER),
  smtp: group('smtp', GRAFANA_SMTP, ['existingSecret']),
  ldap: group('ldap', GRAFANA_LDAP),
  testFramework: group('testFramework', SWITCH),
};
