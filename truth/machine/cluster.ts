import { generateKeyPairSync } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ApiClient } from './api-client';
import { baseObjects, MANAGED_NODES, READY_NODES } from './base-objects';
import { Baseline } from './baseline';
import { Child } from './child';
import type { Etcd } from './etcd';
import { freePort } from './ports';
import { program } from './tools';

const TOKEN = 'administrator';

/**
 * A Kubernetes cluster without kubelets: an API server, the controllers, the scheduler, and a stand-in that gives an
 * address and a status to the pods of its nodes.
 */
export class Cluster {
  /** Its API server. */
  public readonly api: ApiClient;
  public readonly apiPort = freePort();
  /** What it holds without a scenario. */
  public readonly baseline: Baseline;
  /** File that tells programs how to reach the API server as its administrator. */
  public readonly kubeconfig: string;
  /** File with the certificate of the API server. */
  public readonly certificate: string;

  private readonly children: Child[] = [];
  private readonly keyFile: string;

  private constructor(
    public readonly folder: string,
    private readonly etcd: Etcd,
  ) {
    fs.mkdirSync(folder, { recursive: true });
    this.kubeconfig = this.write('kubeconfig', kubeconfig(this.apiPort));
    this.keyFile = this.write(
      'service-accounts.key',
      generateKeyPairSync('rsa', { modulusLength: 2048 })
        .privateKey.export({ type: 'pkcs1', format: 'pem' })
        .toString(),
    );
    this.certificate = path.join(folder, 'certificates', 'apiserver.crt');
    this.api = new ApiClient(this.apiPort, TOKEN);
    this.baseline = new Baseline(etcd, `${this.prefix}/`);
  }

  /** Starts a cluster, and waits until it is there. */
  public static async start(folder: string, etcd: Etcd): Promise<Cluster> {
    const cluster = new Cluster(folder, etcd);
    await cluster.startApiServer();
    for (const object of baseObjects()) {
      const { status, body } = await cluster.api.apply(object);
      if (status >= 300) {
        throw new Error(`The API server refuses ${object.kind} ${object.metadata.name}: ${JSON.stringify(body)}`);
      }
    }
    cluster.startControllers();
    await cluster.ready();
    await cluster.baseline.take();
    return cluster;
  }

  public async stop(): Promise<void> {
    await Promise.all(this.children.map((child) => child.kill()));
  }

  private get prefix(): string {
    return `/${path.basename(this.folder)}`;
  }

  private async startApiServer(): Promise<void> {
    const tokens = this.write('tokens.csv', `${TOKEN},administrator,administrator,system:masters\n`);
    const child = this.run('kube-apiserver', [
      ...[`--etcd-servers=${this.etcd.url}`, `--etcd-prefix=${this.prefix}`],
      ...[`--cert-dir=${path.dirname(this.certificate)}`, `--secure-port=${this.apiPort}`],
      ...['--bind-address=127.0.0.1', '--advertise-address=127.0.0.1', '--endpoint-reconciler-type=none'],
      ...['--service-cluster-ip-range=10.96.0.0/12', '--service-node-port-range=10000-60000'],
      ...['--service-account-issuer=https://kubernetes.default.svc', `--service-account-key-file=${this.keyFile}`],
      ...[`--service-account-signing-key-file=${this.keyFile}`, `--token-auth-file=${tokens}`],
      // The controller that takes this taint away again watches kubelets, and there is none.
      ...['--authorization-mode=RBAC', '--allow-privileged=true', '--disable-admission-plugins=TaintNodesByCondition'],
      ...[
        '--enable-priority-and-fairness=false',
        '--max-requests-inflight=4000',
        '--max-mutating-requests-inflight=2000',
      ],
    ]);
    await child.until('ready', async () => (await this.api.request('GET', '/readyz')).body === 'ok');
  }

  private startControllers(): void {
    this.run('kube-controller-manager', [
      ...[`--kubeconfig=${this.kubeconfig}`, '--leader-elect=false', '--kube-api-qps=2000', '--kube-api-burst=4000'],
      ...[`--service-account-private-key-file=${this.keyFile}`, `--secure-port=${freePort()}`],
      ...[`--root-ca-file=${this.certificate}`, `--cert-dir=${path.join(this.folder, 'controller-certificates')}`],
      // These look for life signs of kubelets.
      '--controllers=*,-node-lifecycle-controller,-taint-eviction-controller,-node-ipam-controller,-node-route-controller',
      ...['--endpointslice-updates-batch-period=0', '--mirroring-endpointslice-updates-batch-period=0'],
    ]);
    const scheduler = this.write(
      'scheduler.json',
      JSON.stringify({
        apiVersion: 'kubescheduler.config.k8s.io/v1',
        kind: 'KubeSchedulerConfiguration',
        leaderElection: { leaderElect: false },
        clientConnection: { kubeconfig: this.kubeconfig, qps: 2000, burst: 4000 },
      }),
    );
    this.run('kube-scheduler', [
      ...[`--config=${scheduler}`, `--secure-port=${freePort()}`],
      `--cert-dir=${path.join(this.folder, 'scheduler-certificates')}`,
    ]);
    this.run('kwok', [
      ...[`--kubeconfig=${this.kubeconfig}`, `--config=${path.join(__dirname, 'kubelet-stages.yaml')}`],
      ...['--manage-all-nodes=false', `--manage-nodes-with-label-selector=${MANAGED_NODES}`],
      ...['--cidr=10.64.0.0/12', '--node-ip=203.0.113.1', '--server-address='],
    ]);
  }

  private ready(): Promise<void> {
    return this.children[0].until('a cluster with nodes that are ready', async () => {
      const nodes = await this.api.list('/api/v1/nodes');
      const ready = nodes.filter(({ status }) =>
        status?.conditions?.some((condition: any) => condition.type === 'Ready' && condition.status === 'True'),
      );
      const accounts = await this.api.list('/api/v1/serviceaccounts');
      const namespaces = await this.api.list('/api/v1/namespaces');
      const withAccount = new Set(
        accounts.filter(({ metadata }) => metadata.name === 'default').map(({ metadata }) => metadata.namespace),
      );
      return ready.length >= READY_NODES && namespaces.every(({ metadata }) => withAccount.has(metadata.name));
    });
  }

  private run(name: string, args: readonly string[]): Child {
    const child = new Child(name, program(name), args, path.join(this.folder, `${name}.log`));
    this.children.push(child);
    return child;
  }

  private write(name: string, text: string): string {
    const file = path.join(this.folder, name);
    fs.writeFileSync(file, text);
    return file;
  }
}

function kubeconfig(port: number): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'truth',
    contexts: [{ name: 'truth', context: { cluster: 'truth', user: 'truth' } }],
    clusters: [{ name: 'truth', cluster: { server: `https://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'truth', user: { token: TOKEN } }],
  });
}
