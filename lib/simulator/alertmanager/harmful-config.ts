import { parseDuration } from '../duration-text';
import type { SourcedObject } from '../kube-object';
import type { ObjectLookup } from '../operator/object-lookup';
import { joinPath, namespaceOf, type Problem } from '../operator/problem';
import { ProblemList } from '../operator/problem-list';
import { intervalsField, intervalsOf, listOf, receiversOf, specRoutes } from './config-spec';
import { textOfMatcher } from './convert-config';
import { parseMatchers } from './parse-matchers';

type NeededSettings = { readonly [kind: string]: readonly (readonly [field: string, globals: readonly string[]])[] };

/** Settings without which a receiver makes the whole configuration unusable, with the global ones that stand in for them. */
const NEEDED: NeededSettings = {
  slackConfigs: [['apiURL', ['slack_api_url', 'slack_api_url_file', 'slack_app_token', 'slack_app_token_file']]],
  opsgenieConfigs: [['apiKey', ['opsgenie_api_key', 'opsgenie_api_key_file']]],
  victoropsConfigs: [['apiKey', ['victorops_api_key', 'victorops_api_key_file']]],
  wechatConfigs: [
    ['apiSecret', ['wechat_api_secret', 'wechat_api_secret_file']],
    ['corpID', ['wechat_api_corp_id']],
  ],
};

/** The same of those that the Operator itself asks for. */
const NEEDED_BY_OPERATOR: NeededSettings = {
  emailConfigs: [
    ['smarthost', ['smtp_smarthost']],
    ['from', ['smtp_from']],
  ],
  msteamsv2Configs: [['webhookURL', []]],
};

const FAILURE = 'alertmanager-failure';
const POISON = 'alertmanager-poison';

/** Whether the Operator fails over it. */
export function isFailure({ code }: Problem): boolean {
  return code.startsWith(`${FAILURE}/`);
}

/** Whether the Operator lets it pass, and Alertmanager refuses what comes of it. */
export function isPoison({ code }: Problem): boolean {
  return code.startsWith(`${POISON}/`);
}

/**
 * What the Operator does not look at before it takes an AlertmanagerConfig, and over which it, or Alertmanager, then fails on
 * the configuration as a whole: no change of anybody reaches the Alertmanager any more.
 *
 * Source: prometheus-operator v0.93 `pkg/alertmanager/amcfg.go`, `route.sanitize`, `convertEmailConfig` and `msTeamsV2Config.sanitize`;
 * alertmanager v0.33 `config/config.go`, `Config.UnmarshalYAML`.
 *
 * @param globals settings of the base; `undefined` where they are not known, so that nothing is missing
 */
export function harmOf(
  config: SourcedObject,
  globals: ReadonlySet<string> | undefined,
  objects: ObjectLookup,
): readonly Problem[] {
  const consequence =
    'It is no reason for the Operator to skip the object, so the whole configuration fails, and the Alertmanager keeps the one that it has.';
  const { object } = config;
  const listOfProblems = (group: string): ProblemList =>
    new ProblemList(config, group, consequence, namespaceOf(object), objects);
  const [failures, problems] = [listOfProblems(FAILURE), listOfProblems(POISON)];
  const routes = specRoutes(config);
  for (const { route, field } of routes) {
    checkTexts(route?.matchers, joinPath(field, 'matchers'), problems);
    for (const name of ['groupWait', 'groupInterval', 'repeatInterval']) {
      const value = route?.[name];
      if (value !== undefined && value !== null && value !== '' && parseDuration(value) === undefined) {
        failures.add('duration', joinPath(field, name), {
          message: `"${value}" is no duration.`,
          fix: `${name}: 5m, for example.`,
          values: { [name]: value },
        });
      }
    }
  }
  for (const [i, rule] of listOf(object.spec?.inhibitRules).entries()) {
    for (const list of ['sourceMatch', 'targetMatch']) {
      checkTexts(rule?.[list], joinPath(joinPath('spec.inhibitRules', i), list), problems);
    }
  }
  if (routes.length > 0) {
    checkIntervalNames(config, problems);
    checkSettings(config, NEEDED_BY_OPERATOR, globals, failures);
    checkSettings(config, NEEDED, globals, problems);
  }
  return [...failures.found, ...problems.found];
}

function checkTexts(matchers: unknown, field: string, problems: ProblemList): void {
  for (const [i, matcher] of listOf(matchers).entries()) {
    const parsed = parseMatchers(textOfMatcher(matcher));
    if ('problem' in parsed) {
      problems.add('matcher', joinPath(field, i), {
        message: `is no matcher that Alertmanager can read: ${parsed.problem}.`,
        fix: 'write a label name, and a value that RE2 takes where matchType is =~ or !~.',
        values: { matcher },
      });
    }
  }
}

function checkIntervalNames(config: SourcedObject, problems: ProblemList): void {
  const names = intervalsOf(config).map((interval) => String(interval?.name ?? ''));
  for (const [i, name] of names.entries()) {
    if (names.indexOf(name) < i) {
      problems.add('interval-twice', joinPath(joinPath(`spec.${intervalsField(config.object)}`, i), 'name'), {
        message: `"${name}" is also the name of interval ${names.indexOf(name)}.`,
        fix: 'give each time interval a name of its own.',
        values: { name },
      });
    }
  }
}

function checkSettings(
  config: SourcedObject,
  settings: NeededSettings,
  globals: ReadonlySet<string> | undefined,
  problems: ProblemList,
): void {
  for (const [i, receiver] of receiversOf(config).entries()) {
    for (const [kind, needed] of Object.entries(settings)) {
      for (const [j, integration] of listOf(receiver?.[kind]).entries()) {
        for (const [name, instead] of needed) {
          const known = instead.length === 0 || globals !== undefined;
          if (known && !integration?.[name] && !instead.some((one) => globals?.has(one))) {
            const place = joinPath(joinPath(joinPath(joinPath('spec.receivers', i), kind), j), name);
            const global = instead.length > 0 ? `, nor is ${instead[0]} in the global part of the configuration` : '';
            problems.add('setting-missing', place, {
              message: `is not set${global}.`,
              fix: `set ${name}.`,
              values: { name },
            });
          }
        }
      }
    }
  }
}
