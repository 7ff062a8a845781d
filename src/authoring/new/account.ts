/**
 * An account file: a reader with one permission, a bucket, and every other section as a comment. Lines of a section
 * that is a comment have no space behind \`#\`: without it they are the section.
 */
export const newAccount = `# The AWS account that this course is practised in. The sandbox plays this account; nothing here exists on AWS.
# Change it freely: what the pages show as examples must then be changed with it, and \`tejun doctest\` says where.
# To use a section that is a comment, remove the # before each of its lines.

# 12 digits. Use a number from AWS's documentation, never that of a real account.
id: '123456789012'

# The region of the reader's AWS CLI (~/.aws/config). Without it, commands name one.
#region: ap-northeast-1

users:
  # The first user with an access key is the reader: the key becomes [default] in ~/.aws/credentials.
  # Key ids and secrets are generated; they are never written here.
  - name: handson-user
    accessKeys: 1
    policies:
      # What the reader may do. Leave out what no page needs.
      - name: handson
        document:
          Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Action: s3:ListAllMyBuckets
              Resource: '*'
# Also: attachedPolicies, groups, tags, and MFA devices with their seeds (Base32).
#    groups: [developers]
#    mfaDevices:
#      - name: phone
#        seed: JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP
#  - name: auditor
#    accessKeys: 1
#    attachedPolicies: [arn:aws:iam::aws:policy/ReadOnlyAccess, read-reports]

#groups:
#  - name: developers
#    attachedPolicies: [read-reports]

# Policies of the account's own. AWS's are named by their ARN.
#managedPolicies:
#  - name: read-reports
#    document:
#      Version: '2012-10-17'
#      Statement:
#        - Effect: Allow
#          Action: s3:GetObject
#          Resource: arn:aws:s3:::example-bucket/reports/*

#roles:
#  - name: operator
#    trust:
#      Version: '2012-10-17'
#      Statement:
#        - Effect: Allow
#          Principal: { AWS: 'arn:aws:iam::123456789012:user/handson-user' }
#          Action: sts:AssumeRole
#    attachedPolicies: [read-reports]

# More profiles of the reader's AWS CLI: keys of other users, and roles. One called default makes them the reader.
#profiles:
#  - name: audit
#    user: auditor
#    region: us-east-1
#  - name: operator
#    role: operator
#    mfaDevice: phone

# Files of the home: policy.json is in the working directory.
#files:
#  - path: policy.json
#    content: |
#      {}
#  - path: ~/notes.txt
#    content: first line

buckets:
  - name: example-bucket
    region: ap-northeast-1
    created: 2021-12-20T09:00:00Z
#    objects:
#      - key: reports/january.txt
#        content: Nothing happened.
#        contentType: text/plain

# Names that buckets of other accounts have.
#takenBucketNames: [taken-bucket]

#vpcs:
#  - id: vpc-03b6793be492e9eaa
#    region: ap-northeast-1
#    cidrBlock: 10.0.0.0/16
#    dhcpOptionsId: dopt-bec282da
#    isDefault: false
#    subnets:
#      - id: subnet-0a1b2c3d4e5f60718
#        cidrBlock: 10.0.0.0/24
#        availabilityZone: ap-northeast-1a
`;
