import { describeCheck } from '../describe-check';
import { configMap, dashboard, grafana, release } from './grafana';

const LABELS = { grafana_dashboard: '1' };
const annotated = (annotations: object) => configMap({ 'web.json': dashboard() }, { labels: LABELS, annotations });

describeCheck('dashboard/folder', {
  flags: [
    {
      title: 'an annotation that the chart does not read by itself',
      objects: [release(), annotated({ grafana_folder: 'Shop' })],
      finds: [
        {
          object: 'ConfigMap shop/web',
          field: 'metadata.annotations.grafana_folder',
          level: 'info',
          message:
            'Annotation grafana_folder asks for folder "Shop", and Grafana of release monitoring/prometheus-stack reads no such annotation.',
          fix: /^grafana.sidecar.dashboards.folderAnnotation: grafana_folder and .*foldersFromFilesStructure: true/,
        },
      ],
    },
    {
      title: 'another annotation than the one that is read',
      objects: [
        release({
          sidecar: {
            dashboards: { folderAnnotation: 'grafana_folder', provider: { foldersFromFilesStructure: true } },
          },
        }),
        annotated({ 'grafana-folder': 'Shop' }),
      ],
      finds: [{ message: /reads annotation grafana_folder\.$/, fix: 'grafana_folder: Shop' }],
    },
    {
      title: 'the built-in annotation, of which Grafana makes no folder',
      objects: [release(), annotated({ 'k8s-sidecar-target-directory': 'Shop' })],
      finds: [{ message: /makes no folders of files\.$/ }],
    },
  ],
  accepts: [
    {
      title: 'the annotation that is read',
      objects: [
        release({
          sidecar: {
            dashboards: { folderAnnotation: 'grafana_folder', provider: { foldersFromFilesStructure: true } },
          },
        }),
        annotated({ grafana_folder: 'Shop' }),
      ],
    },
    {
      title: 'the annotation that is read, for a value of the release is what is wrong',
      objects: [
        release({ sidecar: { dashboards: { folderAnnotation: 'grafana_folder' } } }),
        annotated({ grafana_folder: 'Shop' }),
      ],
    },
    { title: 'a Grafana whose provider is not known', objects: [grafana(), annotated({ grafana_folder: 'Shop' })] },
    { title: 'no annotation', objects: [release(), configMap({ 'web.json': dashboard() })] },
  ],
});
