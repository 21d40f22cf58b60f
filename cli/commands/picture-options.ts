import { type Command, InvalidArgumentError, Option } from 'commander';
import { narrowPicture } from '../../lib/picture/narrow-picture';
import type { Chain, Picture } from '../../lib/picture/picture';
import { UsageError } from '../usage-error';
import type { SharedOptions } from './shared-options';

/** Options of the commands that draw, about what is to be drawn. */
export interface PictureOptions extends SharedOptions {
  readonly inNamespace?: string;
  readonly app?: string;
  readonly prometheus?: string;
}

/** Adds the options about what is to be drawn. `--namespace` is taken: it is that of objects that name none. */
export function addPictureOptions(command: Command): Command {
  return command
    .addOption(new Option('--in-namespace <name>', 'draw only monitors, Services and pods of this namespace'))
    .addOption(new Option('--app <name>', 'draw only this app, as app.kubernetes.io/name, app or k8s-app tells'))
    .addOption(
      new Option('--prometheus <namespace/name>', 'draw only what this Prometheus takes').argParser(prometheusOf),
    );
}

/**
 * The part of the picture that is wanted.
 *
 * @throws UsageError if there is nothing of the kind
 */
export function wantedPicture(picture: Picture, { inNamespace, app, prometheus }: PictureOptions): Picture {
  const wanted: readonly [string, string, string | undefined, (chain: Chain) => readonly string[]][] = [
    ['--in-namespace', 'namespace', inNamespace, (chain) => chain.namespaces],
    ['--app', 'app', app, (chain) => chain.apps],
    ['--prometheus', 'Prometheus', prometheus, (chain) => chain.prometheuses],
  ];
  for (const [option, what, value, namesOf] of wanted) {
    const names = [...new Set(picture.chains.flatMap(namesOf))].sort();
    if (value !== undefined && !names.includes(value)) {
      const some = names.length > 10 ? [...names.slice(0, 10), `${names.length - 10} more`] : names;
      throw new UsageError(
        `No monitor leads to the ${what} "${value}"; there ${names.length === 1 ? 'is' : 'are'} ${some.length > 0 ? some.join(', ') : 'none'}.`,
        names.length === 1 ? `${option} ${names[0]}` : undefined,
      );
    }
  }
  const narrowed = narrowPicture(picture, { namespace: inNamespace, app, prometheus });
  if (picture.chains.length > 0 && narrowed.chains.length === 0) {
    throw new UsageError('No monitor fits all of --in-namespace, --app and --prometheus.', 'leave one of them out');
  }
  return narrowed;
}

function prometheusOf(text: string): string {
  if (!/^[^/]+\/[^/]+$/.test(text)) {
    throw new InvalidArgumentError('It is NAMESPACE/NAME, such as monitoring/k8s.');
  }
  return text;
}
