package org.tokenerror.check;

import java.util.ArrayList;
import java.util.List;
import org.tokenerror.check.judge.Finding;
import org.tokenerror.check.judge.Judgement;
import org.tokenerror.check.judge.Level;

/**
 * Says what was sent, what came back, and how that fared.
 *
 * @param id the name of the case, the same in every run
 * @param group what the case is about
 * @param title what is special about the request
 * @param codes the codes that say what is wrong with it, the best first; none if nothing is
 * @param sent the request, secrets masked
 * @param received the answer, secrets and tokens masked
 * @param status its status, 0 if there is no answer
 * @param error the code that came back, empty if there is none
 * @param judgement how it fared
 */
public record CaseResult(
    String id,
    CaseGroup group,
    String title,
    List<String> codes,
    String sent,
    String received,
    int status,
    String error,
    Judgement judgement) {

  /**
   * Keeps a copy of the list.
   *
   * @param id the name
   * @param group the group
   * @param title the title
   * @param codes the right codes
   * @param sent the request
   * @param received the answer
   * @param status the status
   * @param error the code
   * @param judgement the judgement
   */
  public CaseResult {
    codes = List.copyOf(codes);
  }

  /**
   * Tells whether nothing is wrong with the answer.
   *
   * @param level whether recommendations count as well
   * @return true if no requirement failed, and no recommendation where they count
   */
  public boolean isRight(Level level) {
    return judgement.failures(Level.MUST).isEmpty()
        && (level == Level.MUST || judgement.failures(Level.SHOULD).isEmpty());
  }

  /**
   * Lists what is wrong.
   *
   * @return all failures, requirements before recommendations
   */
  public List<Finding> failures() {
    List<Finding> all = new ArrayList<>(judgement.failures(Level.MUST));
    all.addAll(judgement.failures(Level.SHOULD));
    return List.copyOf(all);
  }
}
