/**
 * Annotations of Argo CD.
 *
 * Source: argo-cd v3 `common/common.go`; gitops-engine `pkg/sync/common/types.go`.
 */
export const SYNC_WAVE = 'argocd.argoproj.io/sync-wave';
export const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';
export const COMPARE_OPTIONS = 'argocd.argoproj.io/compare-options';
