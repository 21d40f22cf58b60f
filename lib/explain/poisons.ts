import type { SourcedObject } from '../simulator/kube-object';
import type { Instance } from '../simulator/operator/instance';
import { instancePoisonsOf, poisonsOf } from '../simulator/operator/poisons';
import type { Problem } from '../simulator/operator/problem';
import { RELABEL_SUPPORT } from '../simulator/relabel/relabel-support';
import type { Simulation } from '../simulator/simulation';

/** What keeps Prometheus from loading its configuration: of any monitor that an instance takes, not just the one asked for. */
export class Poisons {
  private readonly ofSettings = new Map<string, Map<SourcedObject, readonly Problem[]>>();
  private readonly ofInstance = new Map<Instance, readonly Problem[]>();
  private selected: Map<Instance, SourcedObject[]> | undefined;

  constructor(private readonly simulation: Simulation) {}

  /** The poisons of an instance, in order of the monitors. */
  public at(instance: Instance): readonly Problem[] {
    let problems = this.ofInstance.get(instance);
    if (problems === undefined) {
      const monitors = this.selectedBy(instance);
      const known = this.knownFor(instance);
      problems = [
        ...instancePoisonsOf(instance, monitors, this.simulation.lookup),
        ...monitors.flatMap((monitor) => this.of(monitor, instance, known)),
      ];
      this.ofInstance.set(instance, problems);
    }
    return problems;
  }

  private of(
    monitor: SourcedObject,
    instance: Instance,
    known: Map<SourcedObject, readonly Problem[]>,
  ): readonly Problem[] {
    let problems = known.get(monitor);
    if (problems === undefined) {
      problems = poisonsOf(monitor, instance, this.simulation.lookup, RELABEL_SUPPORT);
      known.set(monitor, problems);
    }
    return problems;
  }

  /** Instances that ask the same find the same. */
  private knownFor({ settings }: Instance): Map<SourcedObject, readonly Problem[]> {
    const { versionText, daemonSet, scrapeClasses } = settings;
    const asked = JSON.stringify([
      versionText,
      daemonSet,
      [...scrapeClasses.byName.values()],
      scrapeClasses.fallback?.name,
    ]);
    let known = this.ofSettings.get(asked);
    if (known === undefined) {
      known = new Map();
      this.ofSettings.set(asked, known);
    }
    return known;
  }

  private selectedBy(instance: Instance): readonly SourcedObject[] {
    if (this.selected === undefined) {
      this.selected = new Map();
      for (const outcome of this.simulation.outcomes) {
        if (outcome.state === 'selected') {
          const monitors = this.selected.get(outcome.instance);
          if (monitors === undefined) {
            this.selected.set(outcome.instance, [outcome.monitor]);
          } else {
            monitors.push(outcome.monitor);
          }
        }
      }
    }
    return this.selected.get(instance) ?? [];
  }
}
