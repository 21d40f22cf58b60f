import { alertmanager, alertmanagerConfig } from '../../simulator/alertmanager/fixtures';
import { describeCheck } from '../describe-check';

describeCheck('alerting/not-selected', {
  flags: [
    {
      title: 'labels that no Alertmanager asks for',
      objects: [alertmanager({ alertmanagerConfigSelector: { matchLabels: { team: 'shop' } } }), alertmanagerConfig()],
      finds: [
        {
          object: 'AlertmanagerConfig shop/team',
          field: 'metadata.labels.team',
          level: 'error',
          fix: /^set the label team: shop/,
        },
      ],
    },
    {
      title: 'another namespace than the own one of the Alertmanager',
      objects: [alertmanager({ alertmanagerConfigNamespaceSelector: undefined }), alertmanagerConfig()],
      finds: [{ field: 'metadata.namespace', message: /looks in its own namespace alone, and "team" is in "shop"/ }],
    },
    {
      title: 'no selector beside a base',
      objects: [
        alertmanager({ alertmanagerConfigSelector: undefined, alertmanagerConfiguration: { name: 'base' } }),
        alertmanagerConfig({}, { name: 'base', namespace: 'monitoring' }),
        alertmanagerConfig(),
      ],
      finds: [{ object: 'AlertmanagerConfig shop/team', message: /has no alertmanagerConfigSelector/ }],
    },
  ],
  accepts: [
    {
      title: 'one that another Alertmanager takes',
      objects: [
        alertmanager({ alertmanagerConfigSelector: { matchLabels: { a: 'b' } } }),
        { ...alertmanager(), metadata: { name: 'other', namespace: 'monitoring' } },
        alertmanagerConfig(),
      ],
    },
    {
      title: 'namespaces whose labels are not known',
      objects: [
        alertmanager({ alertmanagerConfigNamespaceSelector: { matchLabels: { a: 'b' } } }),
        alertmanagerConfig(),
      ],
    },
    { title: 'no Alertmanager at all', objects: [alertmanagerConfig()] },
    {
      title: 'an Alertmanager that takes none',
      objects: [alertmanager({ alertmanagerConfigSelector: undefined }), alertmanagerConfig()],
    },
  ],
});
