import { Container, type ContainerPort, type ContainerProps } from 'cdk8s-plus-27';

/**
 * A container whose main port has a name.
 *
 * A container of cdk8s-plus has either a main port (which its probes and the Service use by default) without a name, or
 * named ports of which none is the main one; a monitor needs both.
 */
export class AppContainer extends Container {
  public constructor(
    props: ContainerProps,
    private readonly mainPortName: string,
  ) {
    super(props);
  }

  public override get ports(): ContainerPort[] {
    return super.ports.map((port) =>
      port.number === this.portNumber && port.name === undefined ? { ...port, name: this.mainPortName } : port,
    );
  }
}
