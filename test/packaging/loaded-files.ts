/** What a user's code may pull in, cdk8s itself apart. */
export interface LoadedFiles {
  /** Exports of the main entry that the statements use. */
  readonly needs: string[];
  /** JavaScript that sees `cdk8s` and the package as `library`. */
  readonly statements: string;
  /** Files under `build/`, and packages as `(name)`. */
  readonly files: string[];
}

/**
 * What is loaded, by what is done. Loading time is a promise to users: whoever writes one construct does not pay for the
 * bindings of all kinds. A longer list is a decision, so it is written down here.
 */
export const LOADED_FILES: { [title: string]: LoadedFiles } = {
  'require(main)': {
    needs: [],
    statements: '',
    files: ['lib/index.js'],
  },
};
