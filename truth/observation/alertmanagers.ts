import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import type { KubeObject } from '../../lib/simulator/kube-object';
import type { ApiClient } from '../machine/api-client';
import { program } from '../machine/tools';
import {
  type AlertmanagerTruth,
  type ConfigurationTruth,
  inhibitLine,
  receiverLine,
  routeLine,
} from '../scenario/alertmanager-truth';
import { alertText, type SampleAlert, sampleAlerts } from '../scenario/sample-alerts';
import { isAlertmanager } from '../scenario/supplements';
import { keyOf } from '../scenario/truth';
import { rejectionsOf } from './rejections';

/** What a cluster makes of the Alertmanagers of a scenario; nothing where it has none. */
export async function observeAlertmanagers(
  api: ApiClient,
  objects: readonly KubeObject[],
  refused: { readonly [object: string]: string },
  folder: string,
): Promise<{ alertmanagers?: { [alertmanager: string]: AlertmanagerTruth } }> {
  const instances = objects.filter(isAlertmanager).filter((object) => !(keyOf(object) in refused));
  if (instances.length === 0) {
    return {};
  }
  const rejections = await rejectionsOf(api, new Set(['AlertmanagerConfig']));
  const alerts = sampleAlerts(objects);
  const observed: [string, AlertmanagerTruth][] = [];
  for (const [index, object] of instances.entries()) {
    const place = path.join(folder, `alertmanager-${index}.yaml`);
    observed.push([keyOf(object), await observeOne(api, object, rejections.get(keyOf(object)) ?? {}, alerts, place)]);
  }
  return { alertmanagers: Object.fromEntries(observed.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

async function observeOne(
  api: ApiClient,
  object: KubeObject,
  rejected: AlertmanagerTruth['rejected'],
  alerts: readonly SampleAlert[],
  file: string,
): Promise<AlertmanagerTruth> {
  const { namespace, name } = object.metadata;
  const live = `/apis/${object.apiVersion}/namespaces/${namespace}/alertmanagers/${name}`;
  const { body } = await api.request('GET', live);
  const reconciled = body.status?.conditions?.find(({ type }: any) => type === 'Reconciled');
  const message = reconciled?.status === 'False' ? { message: String(reconciled.message) } : {};
  const secret = await api.request('GET', `/api/v1/namespaces/${namespace}/secrets/alertmanager-${name}-generated`);
  const data = secret.status === 200 ? secret.body.data?.['alertmanager.yaml.gz'] : undefined;
  if (data === undefined) {
    return { outcome: reconciled?.status === 'False' ? 'failed' : 'ignored', ...message, rejected };
  }
  const text = gunzipSync(Buffer.from(data, 'base64')).toString();
  fs.writeFileSync(file, text);
  const refusal = await amtool(['check-config', file]);
  if (refusal.failed) {
    const said = refusal.output.replaceAll(file, 'alertmanager.yaml').trim();
    return { outcome: 'refused', message: said, rejected };
  }
  const reached: [string, string[]][] = [];
  for (const alert of alerts) {
    const labels = Object.entries(alert).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
    const { output } = await amtool(['config', 'routes', 'test', `--config.file=${file}`, ...labels]);
    // Warnings come first.
    reached.push([alertText(alert), (output.trim().split('\n').pop() ?? '').split(',')]);
  }
  return {
    ...{ outcome: 'loaded', ...message, rejected },
    ...{ configuration: configurationTruth(parse(text)), alerts: Object.fromEntries(reached) },
  };
}

async function amtool(args: readonly string[]): Promise<{ failed: boolean; output: string }> {
  try {
    const { stdout } = await promisify(execFile)(program('amtool'), args);
    return { failed: false, output: stdout };
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    return { failed: true, output: `${stderr ?? ''}` || `${stdout ?? error}` };
  }
}

/** The lines of a configuration as the Operator wrote it. */
function configurationTruth(data: any): ConfigurationTruth {
  const intervals = [...(data.mute_time_intervals ?? []), ...(data.time_intervals ?? [])];
  return {
    routes: routeLines(data.route, 0),
    receivers: (data.receivers ?? []).map((receiver: any) =>
      receiverLine(
        receiver.name,
        Object.keys(receiver)
          .filter((key) => key.endsWith('_configs') && receiver[key]?.length > 0)
          .map((key) => key.slice(0, -'_configs'.length)),
      ),
    ),
    inhibitRules: (data.inhibit_rules ?? []).map((rule: any) =>
      inhibitLine(matchersIn(rule, 'source_'), matchersIn(rule, 'target_'), rule.equal ?? []),
    ),
    timeIntervals: intervals.map(({ name }: any) => name).sort(),
  };
}

function routeLines(route: any, depth: number): string[] {
  const line = routeLine(
    {
      ...{ matchers: matchersIn(route), receiver: route.receiver, continue: route.continue === true },
      ...{ groupBy: route.group_by, groupWait: route.group_wait, groupInterval: route.group_interval },
      ...{ repeatInterval: route.repeat_interval },
      ...{ muteTimeIntervals: route.mute_time_intervals ?? [], activeTimeIntervals: route.active_time_intervals ?? [] },
    },
    depth,
  );
  return [line, ...(route.routes ?? []).flatMap((child: any) => routeLines(child, depth + 1))];
}

/** Those of the two older fields written like the others. */
function matchersIn(data: any, prefix = ''): string[] {
  const older = (field: string, operator: string): string[] =>
    Object.entries(data[prefix + field] ?? {}).map(([name, value]) => `${name}${operator}${JSON.stringify(value)}`);
  return [...older('match', '='), ...older('match_re', '=~'), ...(data[`${prefix}matchers`] ?? []).map(normal)];
}

/** `severity = critical` and `severity="critical"` are the same. */
function normal(text: string): string {
  const [, name, operator, value] = /^\s*([^\s!=~"]+)\s*(=~|!=|!~|=)\s*([\s\S]*?)\s*$/.exec(text) ?? [];
  return name === undefined || value.startsWith('"') ? text : `${name}${operator}${JSON.stringify(value)}`;
}
