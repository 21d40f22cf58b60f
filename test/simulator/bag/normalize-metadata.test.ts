import { discoveryOf, pod, ports } from '../discovery/fixtures';

test('an owner controls a pod only where it says so', () => {
  const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: '1' };
  const controllers = [{}, { controller: false }, { controller: true }].map((more) => {
    const [found] = discoveryOf(pod(ports({ containerPort: 80 }), { ownerReferences: [{ ...owner, ...more }] })).pods
      .all;
    return found.controller?.name;
  });
  expect(controllers).toEqual([undefined, undefined, 'web']);
});
