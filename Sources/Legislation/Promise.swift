package import Expressions
package import Vocabulary

/// A fence post stated as a sentence about all citizens: what the law undertakes, whoever comes.
///
/// It decides nothing and no replay reads it; whether it is kept can be proved, or refuted by a citizen.
package struct Promise: Sendable {
  package enum Content: Sendable {
    /// No demand of the kind falls due while the condition holds, but for those of the named duties.
    case never(kind: String, when: CheckedExpression, except: [Int])
    /// Nobody meets more demands of the kind than under another law; `nil` for demands of every kind, of law
    /// and practice alike.
    case noMore(kind: String?, than: String, basis: Duty.Basis?)
  }

  package let provision: Provision
  package let content: Content

  package init(provision: Provision, content: Content) {
    self.provision = provision
    self.content = content
  }
}
