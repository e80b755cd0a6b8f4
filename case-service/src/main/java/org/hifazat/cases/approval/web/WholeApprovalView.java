package org.hifazat.cases.approval.web;

import java.util.List;
import java.util.UUID;
import org.hifazat.cases.approval.ApprovalQueries;
import org.hifazat.cases.approval.Fact;
import org.hifazat.cases.lifecycle.web.BlockerView;
import org.jspecify.annotations.Nullable;

/**
 * A request with what was submitted, frozen as it was then.
 *
 * @param blockers what stands in the way of what approving would do; only while it is pending
 */
public record WholeApprovalView(
    ApprovalView approval,
    List<Fact> content,
    @Nullable String note,
    @Nullable String comment,
    List<BlockerView> blockers) {

  static WholeApprovalView of(ApprovalQueries.Whole whole, @Nullable UUID reader) {
    return new WholeApprovalView(
        ApprovalView.of(whole.approval(), reader),
        whole.content(),
        whole.note(),
        whole.comment(),
        whole.blockers().stream().map(BlockerView::of).toList());
  }
}
