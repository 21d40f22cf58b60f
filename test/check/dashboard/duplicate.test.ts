import { describeCheck } from '../describe-check';
import { configMap, dashboard, grafana, release } from './grafana';

const LABELS = { grafana_dashboard: '1' };
const FOLDERS = {
  sidecar: { dashboards: { folderAnnotation: 'grafana_folder', provider: { foldersFromFilesStructure: true } } },
};
const inFolder = (folder: string) => ({ labels: LABELS, annotations: { grafana_folder: folder } });

describeCheck('dashboard/duplicate', {
  flags: [
    {
      title: 'the same uid',
      objects: [
        release(),
        configMap({ 'a.json': dashboard() }),
        configMap({ 'b.json': dashboard({ title: 'Other' }) }, {}, 'x'),
      ],
      finds: [
        {
          object: 'ConfigMap shop/x',
          field: 'data["b.json"]',
          level: 'error',
          message: '"b.json" has the uid "web", and so has "a.json" of ConfigMap shop/web.',
          fix: 'give one of them another uid.',
          related: ['ConfigMap shop/web'],
        },
      ],
    },
    {
      title: 'the same title',
      objects: [release(), configMap({ 'a.json': dashboard(), 'b.json': dashboard({ uid: 'b' }) })],
      finds: [
        {
          message: '"b.json" has the title "Web", and so has "a.json" of ConfigMap shop/web, in the same folder.',
          fix: 'give one of them another title, or a folder of its own.',
        },
      ],
    },
    {
      title: 'the same title in different folders on disk, of which Grafana makes none',
      objects: [
        release({ sidecar: { dashboards: { folderAnnotation: 'grafana_folder' } } }),
        configMap({ 'a.json': dashboard() }, inFolder('A')),
        configMap({ 'a.json': dashboard({ uid: 'b' }) }, inFolder('B'), 'x'),
      ],
      finds: [{ message: /has the title "Web"/ }],
    },
    {
      title: 'the same uid in different folders',
      objects: [
        release(FOLDERS),
        configMap({ 'a.json': dashboard() }, inFolder('A')),
        configMap({ 'a.json': dashboard() }, inFolder('B'), 'x'),
      ],
      finds: [{ message: /has the uid "web"/ }],
    },
    {
      title: 'the same uid, once for two Grafanas',
      objects: [release(), grafana(), configMap({ 'a.json': dashboard(), 'b.json': dashboard({ title: 'B' }) })],
      finds: [{ message: /has the uid "web"/ }],
    },
  ],
  accepts: [
    {
      title: 'different ones',
      objects: [release(), configMap({ 'a.json': dashboard(), 'b.json': dashboard({ uid: 'b', title: 'B' }) })],
    },
    {
      title: 'the same title in different folders',
      objects: [
        release(FOLDERS),
        configMap({ 'a.json': dashboard() }, inFolder('A')),
        configMap({ 'a.json': dashboard({ uid: 'b' }) }, inFolder('B'), 'x'),
      ],
    },
    {
      title: 'the same title in different folders on disk, where it is not known what Grafana makes of them',
      objects: [
        grafana({ FOLDER_ANNOTATION: 'grafana_folder' }),
        configMap({ 'a.json': dashboard() }, inFolder('A')),
        configMap({ 'a.json': dashboard({ uid: 'b' }) }, inFolder('B'), 'x'),
      ],
    },
    {
      title: 'no uid twice',
      objects: [
        release(),
        configMap({ 'a.json': dashboard({ uid: null }), 'b.json': dashboard({ uid: '', title: 'B' }) }),
      ],
    },
    {
      title: 'a copy that is the same file',
      objects: [
        release(),
        configMap({ 'a.json': dashboard() }),
        configMap({ 'a.json': dashboard() }, { namespace: 'blue' }),
      ],
    },
    {
      title: 'the same uid where no Grafana is known',
      objects: [configMap({ 'a.json': dashboard(), 'b.json': dashboard({ title: 'B' }) })],
    },
  ],
});
