import { routeText } from '../../lib/report/route-text';
import { routeReport, written } from './samples';

test('lists the receivers of each Alertmanager with what they send and why', () => {
  expect(written(routeText(routeReport()))).toBe(`monitoring/main  from Prometheus monitoring/k8s
  shop/team/chat  slack
    route   {namespace="shop"}
    in      AlertmanagerConfig shop/team spec.route
    when    grouped by alertname; wait 30s, interval 5m, repeat 4h
    mute    shop/team/night
    active  shop/team/day
  null  does nothing
    route   the root, which takes every alert
    in      the Operator itself, for nobody says anything
    when    all in one group; wait 30s, interval 5m, repeat 4h
    mute    shop/team/night
    active  shop/team/day
monitoring/other
  Unknown: it is paused
  AlertmanagerConfig bank/team may be part of it: the labels of its namespace are not known
monitoring/other  from Prometheus monitoring/k8s
  Dropped: by alertRelabelings of the Prometheus
Inhibition and silences are not looked at.
`);
});

test('says that there is no Alertmanager', () => {
  expect(written(routeText({ version: 1, labels: {}, alertmanagers: [] }))).toBe(
    'There is no Alertmanager among the objects.\n',
  );
});
