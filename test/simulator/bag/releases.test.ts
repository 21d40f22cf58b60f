import { bagOf } from '../discovery/fixtures';

/** Names of the releases that an object declares in each of two namespaces. */
function releases(apiVersion: string, kind: string, spec: object): (readonly string[])[] {
  const bag = bagOf([{ apiVersion, kind, metadata: { name: 'release', namespace: 'flux' }, spec }]);
  return ['flux', 'shop'].map((namespace) => bag.releases.into(namespace).map(({ object }) => object.metadata.name));
}

describe('a release of a chart', () => {
  test('goes into its target namespace, else into that of its object', () => {
    const flux = (spec: object) => releases('helm.toolkit.fluxcd.io/v2', 'HelmRelease', spec);
    expect(flux({ targetNamespace: 'shop' })).toEqual([[], ['release']]);
    expect(flux({})).toEqual([['release'], []]);
  });

  test('is what an Application deploys from a chart, and not from a folder', () => {
    const argo = (source: object) =>
      releases('argoproj.io/v1alpha1', 'Application', { source, destination: { namespace: 'shop' } });
    expect(argo({ chart: 'web' })).toEqual([[], ['release']]);
    expect(argo({ path: 'charts/web', helm: {} })).toEqual([[], ['release']]);
    expect(argo({ path: 'manifests' })).toEqual([[], []]);
  });
});
