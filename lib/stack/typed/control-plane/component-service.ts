import { FLAG, PORT, TEXT_MAP } from '../value-kind';
import { at, type ValueTable } from '../value-table';

/**
 * The headless Service in kube-system through which a component of Kubernetes is scraped, the chart's values below
 * `service` of that component.
 */
export interface StackComponentService {
  /**
   * Whether the chart creates the Service.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Port of the Service.
   *
   * @default - the port on which the component serves metrics
   */
  readonly port?: number;

  /**
   * Port of the pods behind it.
   *
   * @default - the port on which the component serves metrics
   */
  readonly targetPort?: number;

  /**
   * Labels of the pods behind it. Excludes `endpoints`.
   *
   * @default - those that kubeadm gives the component
   */
  readonly selector?: { [key: string]: string };
}

/** Values below `service` of a component. */
export const COMPONENT_SERVICE: ValueTable<StackComponentService> = {
  enabled: at('enabled', FLAG),
  port: at('port', PORT),
  targetPort: at('targetPort', PORT),
  selector: at('selector', TEXT_MAP),
};
