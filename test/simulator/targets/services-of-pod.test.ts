import { Discovery } from '../../../lib/simulator/discovery/discovery';
import { ServicesOfPod } from '../../../lib/simulator/targets/services-of-pod';
import { bagOf, deployment, ports, service } from '../discovery/fixtures';

test('several Services may stand before a pod, and others do not', () => {
  const named = (name: string, app: string) => service({ selector: { app }, ports: [{ port: 80 }] }, { name });
  const pods = deployment(ports({ containerPort: 80 }));
  const bag = bagOf([named('first', 'web'), named('second', 'web'), named('other', 'api'), pods]);
  const discovery = new Discovery(bag);
  const [pod] = discovery.pods.all;
  const names = new ServicesOfPod(bag, discovery).of(pod).map(({ object }) => object.metadata.name);
  expect([...names].sort()).toEqual(['first', 'second']);
});
