/**
 * Finds out whether a log only ever grew, from what the log serves and its public key alone. It trusts nobody: it
 * reads every leaf and makes the whole tree anew, remembers every checkpoint that it was ever shown, and with
 * {@code --entries} also reads every entry. What is stored in the mechanism's database it does not see: that it is what
 * the entries name is for the mechanism to check; but for the events of one case, whose file brings what is stored with it.
 * As a witness it signs what it found to be so, and no other history.
 *
 * <p>{@code java -jar verifier.jar --help} says how it is called. It knows the proofs of the shared events, and the JDK.
 */
package org.trm.deploy.verifier;
