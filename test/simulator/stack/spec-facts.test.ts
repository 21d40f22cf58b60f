import * as fs from 'node:fs';
import * as path from 'node:path';
import { COPIED, IMAGES, OWN_WAY, SPEC_DEFAULTS } from '../../../lib/simulator/stack/spec-facts';
import { SELECTED_KINDS, selectionKeys } from '../../../lib/stack/facts/selection';
import { valueAt } from '../../../lib/stack/values';
import { describeWithData } from '../../shared-data';
import { model, objectOf, parseYaml, specOf } from './fixtures';

describeWithData('kube-prometheus-stack-88.5.3', 'the facts about the values of the chart', (directory) => {
  const defaults = parseYaml(fs.readFileSync(path.join(directory, 'values.yaml'), 'utf8'));
  const spec = defaults.prometheus.prometheusSpec;
  const selection = SELECTED_KINDS.flatMap((kind) => Object.values(selectionKeys(kind)));

  test('name each value below prometheusSpec, and no other', () => {
    expect([...Object.keys(COPIED), ...OWN_WAY, ...selection].sort()).toEqual(Object.keys(spec).sort());
  });

  test('agree with the types of the defaults', () => {
    for (const [key, fact] of Object.entries(COPIED)) {
      const value = spec[key];
      // The default of some values is false, whatever type they take; others have none.
      if (value === null || value === false || value === undefined) {
        continue;
      }
      const type: string = Array.isArray(value) ? 'list' : typeof value;
      expect([key, fact]).toEqual([
        key,
        new Map([
          ['string', 'text'],
          ['boolean', 'flag'],
          ['object', 'map'],
        ]).get(type) ?? type,
      ]);
    }
  });

  test('agree with the defaults', () => {
    expect(spec).toMatchObject(SPEC_DEFAULTS);
    expect(spec.image).toMatchObject({ ...IMAGES.prometheus, tag: specOf('Prometheus').version });
    expect(defaults.prometheusOperator.image).toMatchObject(IMAGES.operator);
    for (const [flag, value] of Object.entries({
      'prometheus.enabled': true,
      'prometheus.agentMode': false,
      'prometheus.serviceAccount.create': true,
      'prometheusOperator.enabled': true,
      'prometheusOperator.tls.enabled': true,
      'prometheusOperator.tls.internalPort': 10250,
      'prometheusOperator.serviceAccount.create': true,
      'alertmanager.enabled': true,
      'alertmanager.apiVersion': 'v2',
      'alertmanager.alertmanagerSpec.portName': 'http-web',
      'alertmanager.alertmanagerSpec.routePrefix': '/',
      'thanosRuler.enabled': false,
      'thanosRuler.thanosRulerSpec.portName': 'web',
      'thanosRuler.thanosRulerSpec.ruleSelectorNilUsesHelmValues': true,
      cleanPrometheusOperatorObjectNames: false,
    })) {
      expect([flag, valueAt(defaults, flag)]).toEqual([flag, value]);
    }
  });

  test('make the same model of the defaults, written out, as of nothing', () => {
    const written = model(defaults);
    expect(written.problems).toEqual([]);
    // The defaults also hold what plays no part for targets, such as the resources.
    for (const kind of ['Prometheus', 'Deployment', 'Alertmanager']) {
      expect(objectOf(kind, written)?.object).toMatchObject(objectOf(kind, model())?.object as any);
    }
  });
});
