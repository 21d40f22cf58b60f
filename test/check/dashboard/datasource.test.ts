// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are variables of Grafana.
import { describeCheck } from '../describe-check';
import { configMap, dashboard, grafana, release } from './grafana';

const asking = (datasource: unknown, fields: object = {}) =>
  configMap({ 'web.json': dashboard(fields, { datasource }) });
const EXPORTED = { __inputs: [{ name: 'DS_PROMETHEUS', type: 'datasource', pluginId: 'prometheus' }] };

describeCheck('dashboard/datasource', {
  flags: [
    {
      title: 'an input that nobody fills in',
      objects: [release(), asking({ type: 'prometheus', uid: '${DS_PROMETHEUS}' }, EXPORTED)],
      finds: [
        {
          object: 'ConfigMap shop/web',
          field: 'data["web.json"]',
          level: 'error',
          message:
            '"web.json" asks datasource "${DS_PROMETHEUS}", an input of the export, which only an import by hand fills in: panel "Errors".',
          fix: 'add to templating.list: { "name": "DS_PROMETHEUS", "type": "datasource", "query": "prometheus" }, and remove __inputs.',
        },
      ],
    },
    {
      title: 'a variable that is not there, as a name of old, without any Grafana',
      objects: [asking('$ds')],
      finds: [{ message: /"\$\{ds\}", a variable that the dashboard does not have: panel "Errors"/ }],
    },
    {
      title: 'the uid of another Grafana',
      objects: [release(), asking({ type: 'prometheus', uid: 'P1809F7CD0C75ACF3' })],
      finds: [
        {
          level: 'warning',
          message:
            '"web.json" asks datasource "P1809F7CD0C75ACF3", and Grafana of release monitoring/prometheus-stack has "prometheus" and "alertmanager": panel "Errors".',
          fix: '"uid": "prometheus", or a variable of type datasource.',
        },
      ],
    },
    {
      title: 'the datasource of a variable',
      objects: [
        release(),
        asking(
          { uid: 'prometheus' },
          {
            templating: {
              list: [
                { name: 'pod', type: 'query', datasource: 'Thanos' },
                { name: 'datasource', type: 'datasource' },
              ],
            },
          },
        ),
      ],
      finds: [{ message: /asks datasource "Thanos".*: variable "pod"/ }],
    },
  ],
  accepts: [
    { title: 'a variable', objects: [release(), asking({ type: 'prometheus', uid: '${datasource}' })] },
    {
      title: 'an input that the dashboard fills in itself',
      objects: [
        release(),
        asking('${DS_PROMETHEUS}', {
          ...EXPORTED,
          templating: {
            list: [
              { name: 'DS_PROMETHEUS', type: 'datasource', query: 'prometheus' },
              { name: 'datasource', type: 'datasource' },
            ],
          },
        }),
      ],
    },
    { title: 'the uid of the chart', objects: [release(), asking({ type: 'prometheus', uid: 'prometheus' })] },
    { title: 'the name of the datasource of the chart', objects: [release(), asking('Prometheus')] },
    { title: 'the default one', objects: [release(), asking(null), asking({ type: 'prometheus' })] },
    { title: 'what is part of Grafana', objects: [release(), asking({ type: 'datasource', uid: '-- Mixed --' })] },
    {
      title: 'a datasource of the values',
      objects: [
        release({ additionalDataSources: [{ name: 'Loki', uid: 'loki', type: 'loki' }] }),
        asking({ uid: 'loki' }),
      ],
    },
    {
      title: 'a datasource of a ConfigMap, by the uid that Grafana makes of its name',
      objects: [
        release(),
        configMap(
          { 'more.yaml': 'datasources: [{ name: prometheus, type: prometheus }]' },
          { namespace: 'monitoring', labels: { grafana_datasource: '1' } },
          'more',
        ),
        asking({ uid: 'P1809F7CD0C75ACF3' }),
      ],
    },
    {
      title: 'a datasource where some are not to be read',
      objects: [release({ additionalDataSourcesString: '- name: {{ .Release.Name }}' }), asking({ uid: 'thanos' })],
    },
    {
      title: 'a datasource of a Grafana whose datasources are not known',
      objects: [grafana(), asking({ uid: 'thanos' })],
    },
  ],
});
