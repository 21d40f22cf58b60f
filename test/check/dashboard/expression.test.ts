// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are variables of Grafana.
import { describeCheck } from '../describe-check';
import { prometheus } from '../manifests';
import { configMap, dashboard, grafana, release } from './grafana';

const asking = (expr: string, target: object = {}, fields: object = {}) =>
  configMap({ 'web.json': dashboard(fields, { expr, ...target }) });

const fine = (expr: string) => ({ title: expr, objects: [release(), asking(expr)] });

describeCheck('dashboard/expression', {
  flags: [
    {
      title: 'a parenthesis too few',
      objects: [release(), asking('sum(rate(foo[$__rate_interval])')],
      finds: [
        {
          object: 'ConfigMap shop/web',
          field: 'data["web.json"]',
          level: 'warning',
          message: /^"web.json", panel "Errors": /,
        },
      ],
    },
    {
      title: 'a range too few',
      objects: [asking('rate(foo{pod=~"$pod"})')],
      finds: [{ fix: 'add a range, such as [5m].' }],
    },
    {
      title: 'a datasource of the release by its uid, in a panel of a row',
      objects: [
        release(),
        configMap({
          'web.json': dashboard({
            panels: [
              {
                type: 'row',
                title: 'R',
                panels: [
                  {
                    title: 'P',
                    datasource: 'Prometheus',
                    targets: [
                      { refId: 'A', expr: 'up' },
                      { refId: 'B', expr: 'ratee(up[5m])' },
                    ],
                  },
                ],
              },
            ],
          }),
        }),
      ],
      finds: [{ message: /panel "P", query B: There is no function "ratee"/, fix: 'did you mean rate?' }],
    },
    {
      title: 'once, where two Grafanas load it',
      objects: [release(), grafana(), asking('sum(')],
      finds: [{}],
    },
  ],
  accepts: [
    fine('sum by (pod) (rate(foo{pod=~"$pod", ns="${namespace:regex}", x="[[x]]"}[$__rate_interval]))'),
    fine('increase(foo[$interval]) / increase(foo[${interval}]) + sum_over_time(foo[${n}m:$step])'),
    fine('foo offset $offset + foo offset ${weeks}w'),
    fine('topk($top, $metric{a="b"})'),
    fine('${function}(foo[5m])'),
    fine('sum(foo) by ($group)'),
    fine('rate(foo[$__range]) * $__interval_ms / ${__range_s}'),
    fine('label_replace(up, "x", "$1", "y", "(.*)$")'),
    fine('up{a=~"^b$|[[:alpha:]]"} # ) $comment'),
    {
      title: 'what only the newest Prometheus knows',
      objects: [release(), prometheus({ version: 'v2.53.3' }), asking('rate(foo[300])')],
    },
    {
      title: 'what only an older Prometheus knew',
      objects: [release(), prometheus({ version: 'v2.53.3' }), asking('holt_winters(foo[5m], 0.5, 0.5)')],
    },
    {
      title: 'a query of Loki',
      objects: [release(), asking('{app="web"} |= "error"', { datasource: { type: 'loki', uid: 'loki' } })],
    },
    {
      title: 'a query of the default datasource, which may be anything',
      objects: [release(), asking('{app="web"} |= "error"', { datasource: { uid: '-- Mixed --' } })],
    },
    { title: 'no query yet', objects: [release(), asking('')] },
  ],
});
